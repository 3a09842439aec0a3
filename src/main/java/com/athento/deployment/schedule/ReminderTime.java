package com.athento.deployment.schedule;

import com.athento.deployment.intervention.Interval;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.schedule.calendars.ClientCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When to remind somebody who has been asked and has not answered.
 *
 * @param calendar the client's
 * @param atClient whether the client is reminded, in its working hours, rather than a team of ours; in the fast lane,
 *     for the teams, and where the client never works, it is only never the client's night
 */
public record ReminderTime(Night night, ClientCalendar calendar, boolean atClient) {

    /** Less than this after the question, or before the deadline, a reminder is a nuisance. */
    private static final Duration ROUTINE = Duration.ofHours(1);

    private static final Duration FAST_LANE = Duration.ofMinutes(5);

    /**
     * Halfway to the deadline, in the fast lane after a quarter of the time; where nobody is reminded then, as soon as
     * it is possible. Where that is too late for a client, an hour before its work ends last until then.
     *
     * @return empty where that leaves no sensible time
     */
    Optional<Instant> of(Instant asked, Instant deadline, Severity severity) {
        var left = Duration.between(asked, deadline);
        var wait = left.dividedBy(severity.fastLane() ? 4 : 2);
        var halfway = asked.plus(wait).truncatedTo(ChronoUnit.SECONDS);
        var distance = severity.fastLane() ? FAST_LANE : ROUTINE;
        var last = deadline.minus(distance);
        var reminder = over(halfway, severity);
        if (inWorkingHours(severity) && reminder.isAfter(last)) {
            reminder = calendar.last(halfway).map(ReminderTime::beforeTheEnd).orElse(reminder);
        }
        return Optional.of(reminder)
                .filter(moment -> !moment.isBefore(asked.plus(distance)))
                .filter(moment -> !moment.isAfter(last));
    }

    /** Of what is shorter than that, its begin. */
    private static Instant beforeTheEnd(Interval work) {
        var hourBefore = work.end().minus(ROUTINE);
        return hourBefore.isBefore(work.start()) ? work.start() : hourBefore;
    }

    /** The moment itself where somebody may be reminded then; else the next one that will do. */
    public Instant over(Instant moment, Severity severity) {
        return calendar.over(moment)
                .filter(work -> inWorkingHours(severity))
                .orElseGet(() -> night.over(moment, calendar.zone()));
    }

    private boolean inWorkingHours(Severity severity) {
        return atClient && !severity.fastLane();
    }
}
