package com.athento.deployment.closure;

import com.athento.deployment.intervention.Language;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the draft, in the client's language; English where there is no other. */
record Words(ResourceBundle texts, Locale locale) {

    static Words in(Locale locale) {
        return new Words(
                ResourceBundle.getBundle(
                        "closure/draft",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)),
                locale);
    }

    String of(String key, Object... parts) {
        return texts.getString(key).formatted(parts);
    }

    /** Why the release notes may differ from the instance (procedure, section 10). */
    String whyNotesDiffer() {
        return new com.athento.deployment.intervention.Words(Language.of(locale)).of("release-notes.paragraph");
    }

    /** A number with its noun, of which there are two: for one, and for any other number. */
    String counted(String noun, long number) {
        return of(number == 1 ? noun + ".one" : noun, number);
    }

    String of(Enum<?> word) {
        return of(word.getDeclaringClass().getSimpleName() + "." + word.name());
    }

    String time(ZonedDateTime time) {
        return DateTimeFormatter.ofPattern(of("time"), locale).format(time);
    }
}
