package com.athento.deployment.schedule;

import com.athento.deployment.intervention.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** When to remind somebody who has been asked and has not answered. */
record ReminderTime(Night night, ZoneId zone) {

    /** Less than this after the question, or before the deadline, a reminder is a nuisance. */
    private static final Duration ROUTINE = Duration.ofHours(1);

    private static final Duration FAST_LANE = Duration.ofMinutes(5);

    /**
     * Halfway to the deadline, in the fast lane after a quarter of the time; where that is at
     * night, in the morning.
     *
     * @return empty where that leaves no sensible time
     */
    Optional<Instant> of(Instant asked, Instant deadline, Severity severity) {
        var left = Duration.between(asked, deadline);
        var wait = left.dividedBy(severity.fastLane() ? 4 : 2);
        var reminder = night.over(asked.plus(wait).truncatedTo(ChronoUnit.SECONDS), zone);
        var distance = severity.fastLane() ? FAST_LANE : ROUTINE;
        return Optional.of(reminder)
                .filter(moment -> !moment.isBefore(asked.plus(distance)))
                .filter(moment -> !moment.isAfter(deadline.minus(distance)));
    }
}
