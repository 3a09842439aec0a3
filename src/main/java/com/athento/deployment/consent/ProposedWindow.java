package com.athento.deployment.consent;

import com.athento.deployment.intervention.WrittenTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** Another window as a client wrote it down. */
public final class ProposedWindow {

    /** Why it cannot be one. */
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

    private ProposedWindow() {}

    /**
     * What is wrong with it, if anything is.
     *
     * @param local what was written, such as {@code 2027-01-15T22:00}
     */
    public static Optional<Problem> problem(String local, ZoneId zone, Instant asked, Instant now) {
        if (local.isBlank()) {
            return Optional.of(Problem.MISSING);
        }
        return WrittenTime.read(local)
                .filter(time -> time.getYear() < WrittenTime.TOO_FAR)
                .map(time -> problem(time, zone, asked, now))
                .orElse(Optional.of(Problem.UNREADABLE));
    }

    private static Optional<Problem> problem(LocalDateTime time, ZoneId zone, Instant asked, Instant now) {
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
