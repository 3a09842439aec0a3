package com.athento.deployment.intervention;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The languages in which we speak to clients and to our own people. */
public enum Language {
    ES,
    EN;

    /** The client's language where we have it; English for everybody else. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals("es") ? ES : EN;
    }

    /** By its code; nothing if it is none of ours. */
    public static Optional<Language> find(String code) {
        return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
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
