package com.athento.deployment.mail;

import java.util.Locale;

/** The languages in which every mail is written. */
enum Language {
    ES,
    EN;

    /** The client's language where we have it; English for everybody else. */
    static Language of(Locale locale) {
        return locale.getLanguage().equals("es") ? ES : EN;
    }

    /** As it stands in file names and in {@code lang}. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** With the country whose way of writing dates we follow. */
    Locale locale() {
        return this == ES ? Locale.forLanguageTag("es-ES") : Locale.UK;
    }
}
