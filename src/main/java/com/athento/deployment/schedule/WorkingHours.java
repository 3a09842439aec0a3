package com.athento.deployment.schedule;

import com.athento.deployment.schedule.calendars.WeekHours;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When a client works that has not told us so, in its own zone.
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

    /** The same as a client states its own. */
    WeekHours week() {
        return WeekHours.each(days, from, to);
    }
}
