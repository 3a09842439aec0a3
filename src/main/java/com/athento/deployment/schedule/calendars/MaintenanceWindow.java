package com.athento.deployment.schedule.calendars;

import com.athento.deployment.intervention.Interval;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When the client has agreed, once and for all, that we may work.
 *
 * @param rule on which days one begins
 * @param since from which day on the rule counts, where that matters: for {@code INTERVAL} and {@code COUNT}, and for
 *     the weekday or the day of the month that a rule does not name
 * @param from when it begins
 * @param to when it ends, on the day after where that is not later than its begin
 */
public record MaintenanceWindow(Recurrence rule, Optional<LocalDate> since, TimeOfDay from, TimeOfDay to) {

    /** A Monday and the first of a month and of a year: every other week of a rule is an odd one of 2024. */
    public static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    /** Whether the rule names any day at all. */
    public boolean happens() {
        return rule.happens(first());
    }

    /** All that a span may meet. */
    Stream<Interval> around(Interval span, ZoneId zone) {
        return days(span, zone).stream()
                .flatMap(day ->
                        LocalTimes.between(from.on(day), to.on(passesMidnight() ? day.plusDays(1) : day), zone)
                                .stream());
    }

    private List<LocalDate> days(Interval span, ZoneId zone) {
        // One that began the day before may still go on.
        var earliest = span.start().atZone(zone).toLocalDate().minusDays(1);
        var latest = span.end().atZone(zone).toLocalDate().plusDays(1);
        return rule.starts(first(), earliest.atStartOfDay(), latest.atTime(LocalTime.MAX)).stream()
                .map(LocalDateTime::toLocalDate)
                .toList();
    }

    private boolean passesMidnight() {
        return to.compareTo(from) <= 0;
    }

    private LocalDateTime first() {
        return since.orElse(SINCE).atTime(LocalTime.MIN.plus(from.sinceMidnight()));
    }
}
