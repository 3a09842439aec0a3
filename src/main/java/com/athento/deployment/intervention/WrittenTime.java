package com.athento.deployment.intervention;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A local time as somebody wrote it, at whatever door: ISO 8601 to the minute, such as {@code 2027-01-15T22:00}.
 * Browsers may write no seconds, or {@code :00}.
 */
public final class WrittenTime {

    /** From this year on databases, engine and Java disagree about what a time is. */
    public static final int TOO_FAR = 9999;

    private static final Pattern TO_THE_MINUTE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:00)?");

    private WrittenTime() {}

    public static Optional<LocalDateTime> read(String text) {
        try {
            return TO_THE_MINUTE.matcher(text).matches() ? Optional.of(LocalDateTime.parse(text)) : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
