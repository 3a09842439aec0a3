package com.athento.deployment.intervention;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * When users cannot work: the agreed start and the expected minutes of unavailability.
 *
 * @param start the agreed instant; nothing is deployed before it
 * @param zone the client's zone, in which the start was agreed
 * @param minutes expected unavailability, 1 to 60
 */
public record Window(Instant start, ZoneId zone, int minutes) {

    /** The most that the procedure allows a type-4 deployment, in minutes. */
    public static final int LONGEST = 60;

    public Window {
        if (minutes < 1 || minutes > LONGEST) {
            throw new IllegalArgumentException(
                    "a window of %d minutes: it must be 1 to %d".formatted(minutes, LONGEST));
        }
    }

    public Instant end() {
        return start.plus(Duration.ofMinutes(minutes));
    }

    /** While users cannot work. */
    public Interval unavailability() {
        return new Interval(start, end());
    }

    /** The agreed start as the client's clock shows it. */
    public LocalDateTime local() {
        return LocalDateTime.ofInstant(start, zone);
    }
}
