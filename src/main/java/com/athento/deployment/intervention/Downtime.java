package com.athento.deployment.intervention;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The hour: how long users cannot work, in whole minutes elapsed, never rounded up. A rollback after the release begins
 * a second stretch, which is added.
 *
 * @param spent minutes of the stretches that are over
 * @param since when the stretch that is not over began, if there is one
 */
public record Downtime(int spent, Optional<Instant> since) {

    public static Downtime from(Instant start) {
        return new Downtime(0, Optional.of(start));
    }

    /** Minutes so far. */
    public int minutesAt(Instant now) {
        return spent
                + since.map(start ->
                                Math.toIntExact(Duration.between(start, now).toMinutes()))
                        .orElse(0);
    }

    /** Minutes that the hour still has; negative if it is broken. */
    public int remainingAt(Instant now) {
        return Window.LONGEST - minutesAt(now);
    }

    /** Users can work again; nothing changes if they could already. */
    public Downtime released(Instant now) {
        return new Downtime(minutesAt(now), Optional.empty());
    }

    /** Users cannot work again; nothing changes if they could not anyway. */
    public Downtime reopened(Instant now) {
        return since.isPresent() ? this : new Downtime(spent, Optional.of(now));
    }

    public ServiceState service() {
        return since.isPresent() ? ServiceState.SERVICE_DOWN : ServiceState.SERVICE_UP;
    }

    /**
     * How it stands with the hour; never kept before it is over.
     *
     * @param asked minutes that the plan asked for
     */
    public HourState stateAt(Instant now, int asked) {
        var minutes = minutesAt(now);
        if (!keepsTheHour(minutes)) {
            return HourState.BROKEN;
        }
        if (since.isEmpty()) {
            return HourState.KEPT;
        }
        return minutes > asked ? HourState.OVERRUN : HourState.RUNNING;
    }

    /** Whether so many minutes keep the hour: 60 do, 61 break it. */
    public static boolean keepsTheHour(int minutes) {
        return minutes <= Window.LONGEST;
    }
}
