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
     * The end of the working day that a moment belongs to: after hours and on a free day, of the
     * next one.
     */
    public Instant endOfDay(Instant moment, ZoneId zone) {
        var day = moment.atZone(zone).toLocalDate();
        while (!days.contains(day.getDayOfWeek()) || !moment.isBefore(end(day, zone))) {
            day = day.plusDays(1);
        }
        return end(day, zone);
    }

    /** The end of the last working day of the week, Monday to Sunday, that a moment lies in. */
    public Instant endOfWeek(Instant moment, ZoneId zone) {
        return end(moment.atZone(zone).toLocalDate().with(Collections.max(days)), zone);
    }

    /** Whether anybody works between a moment and its end. */
    public boolean overlaps(Instant start, Duration duration, ZoneId zone) {
        var end = start.plus(duration);
        var first = start.atZone(zone).toLocalDate();
        var last = end.atZone(zone).toLocalDate();
        return first.datesUntil(last.plusDays(1))
                .filter(day -> days.contains(day.getDayOfWeek()))
                .anyMatch(
                        day ->
                                start.isBefore(end(day, zone))
                                        && end.isAfter(day.atTime(from).atZone(zone).toInstant()));
    }

    private Instant end(LocalDate day, ZoneId zone) {
        return day.atTime(to).atZone(zone).toInstant();
    }
}
