package com.athento.deployment.intervention;

import java.util.Locale;

/** The languages in which we speak to clients. */
public enum Language {
    ES,
    EN;

    /** The client's language where we have it; English for everybody else. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals("es") ? ES : EN;
    }

    /** As it stands in file names and in {@code lang}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** With the country whose way of writing dates we follow. */
    public Locale locale() {
        return this == ES ? Locale.forLanguageTag("es-ES") : Locale.UK;
    }
}
