package com.athento.deployment.schedule;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When a client works, in its own zone.
 *
 * @param days its working days
 * @param from when its day begins
 * @param to when its day ends, on the same day
 */
@Validated
@ConfigurationProperties("deployment.working-hours")
public record WorkingHours(
        @DefaultValue({"MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"}) @NotEmpty
        Set<DayOfWeek> days,

        @DefaultValue("08:00") @NotNull LocalTime from,
        @DefaultValue("18:00") @NotNull LocalTime to) {

    @AssertTrue(message = "deployment.working-hours: 'to' must be later than 'from'")
    boolean isDay() {
        return from == null || to == null || from.isBefore(to);
    }

    /**
     * The end of the working day that a moment belongs to: the midnight after its hours. After hours and on a free day,
     * that of the next working day.
     */
    public Instant endOfDay(Instant moment, ZoneId zone) {
        var day = moment.atZone(zone).toLocalDate();
        while (!works(day) || !moment.isBefore(end(day, zone))) {
            day = day.plusDays(1);
        }
        return midnightAfter(day, zone);
    }

    /** When work ends in the week, Monday to Sunday, that a moment lies in. */
    public Instant endOfWork(Instant moment, ZoneId zone) {
        return end(moment.atZone(zone).toLocalDate().with(Collections.max(days)), zone);
    }

    /** The end of the week, Monday to Sunday, that a moment lies in: the midnight after Sunday. */
    public Instant endOfWeek(Instant moment, ZoneId zone) {
        return midnightAfter(moment.atZone(zone).toLocalDate().with(DayOfWeek.SUNDAY), zone);
    }

    /** The moment itself where somebody works then; else when the next working day begins. */
    public Instant over(Instant moment, ZoneId zone) {
        var day = moment.atZone(zone).toLocalDate();
        while (!works(day) || !moment.isBefore(end(day, zone))) {
            day = day.plusDays(1);
        }
        var begin = begin(day, zone);
        return moment.isBefore(begin) ? begin : moment;
    }

    /** When a working day ended last, at a moment or before it. */
    public Instant lastEnd(Instant moment, ZoneId zone) {
        var day = moment.atZone(zone).toLocalDate();
        while (!works(day) || moment.isBefore(end(day, zone))) {
            day = day.minusDays(1);
        }
        return end(day, zone);
    }

    /** Whether anybody works between a moment and its end. */
    public boolean overlaps(Instant start, Duration duration, ZoneId zone) {
        var end = start.plus(duration);
        var first = start.atZone(zone).toLocalDate();
        var last = end.atZone(zone).toLocalDate();
        return first.datesUntil(last.plusDays(1))
                .filter(this::works)
                .anyMatch(day -> start.isBefore(end(day, zone)) && end.isAfter(begin(day, zone)));
    }

    private boolean works(LocalDate day) {
        return days.contains(day.getDayOfWeek());
    }

    private Instant begin(LocalDate day, ZoneId zone) {
        return day.atTime(from).atZone(zone).toInstant();
    }

    private Instant end(LocalDate day, ZoneId zone) {
        return day.atTime(to).atZone(zone).toInstant();
    }

    /** Where the night of a change of clocks has no midnight, the first moment that there is. */
    private static Instant midnightAfter(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
