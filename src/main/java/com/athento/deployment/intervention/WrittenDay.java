package com.athento.deployment.intervention;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A day as somebody wrote it, at whatever door: ISO 8601 with a year of four digits. */
public final class WrittenDay {

    private WrittenDay() {}

    public static Optional<LocalDate> read(String text) {
        try {
            return text.matches("\\d{4}-.*") ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }
}
