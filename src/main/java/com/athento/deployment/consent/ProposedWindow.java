package com.athento.deployment.consent;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Another window as a client wrote it down.
 *
 * @param local what was written, such as {@code 2027-01-15T22:00}
 * @param problem why it cannot be one, if it cannot
 */
public record ProposedWindow(String local, Optional<Problem> problem) {

    /** From here on databases, engine and Java disagree about what a time is. */
    private static final int TOO_FAR = 9999;

    public enum Problem {
        MISSING,
        UNREADABLE,
        /** Clocks go forward then. */
        NEVER,
        /** Clocks go back then. */
        TWICE,
        PAST,
        /** It is the window that the client was asked about. */
        ASKED
    }

    public static ProposedWindow read(String local, ZoneId zone, Instant asked, Instant now) {
        return new ProposedWindow(local, problem(local, zone, asked, now));
    }

    private static Optional<Problem> problem(String local, ZoneId zone, Instant asked, Instant now) {
        if (local.isBlank()) {
            return Optional.of(Problem.MISSING);
        }
        LocalDateTime time;
        try {
            time = LocalDateTime.parse(local);
        } catch (DateTimeException notATime) {
            return Optional.of(Problem.UNREADABLE);
        }
        if (time.getYear() >= TOO_FAR) {
            return Optional.of(Problem.UNREADABLE);
        }
        var offsets = zone.getRules().getValidOffsets(time);
        if (offsets.size() != 1) {
            return Optional.of(offsets.isEmpty() ? Problem.NEVER : Problem.TWICE);
        }
        var start = time.toInstant(offsets.get(0));
        if (!start.isAfter(now)) {
            return Optional.of(Problem.PAST);
        }
        return start.equals(asked) ? Optional.of(Problem.ASKED) : Optional.empty();
    }
}
