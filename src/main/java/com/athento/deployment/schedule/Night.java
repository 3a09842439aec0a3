package com.athento.deployment.schedule;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When nobody is reminded, by the client's clock, nor told of a task that can wait, by the vendor's.
 *
 * @param from when the night begins
 * @param until when it ends, the day after
 */
@Validated
@ConfigurationProperties("deployment.night")
public record Night(
        @DefaultValue("20:00") @NotNull LocalTime from,
        @DefaultValue("08:00") @NotNull LocalTime until) {

    @AssertTrue(message = "deployment.night: 'from' must be later than 'until', the morning after")
    boolean isNight() {
        return from == null || until == null || from.isAfter(until);
    }

    /** The moment itself by day; at night, the morning after it. */
    public Instant over(Instant moment, ZoneId zone) {
        var local = moment.atZone(zone);
        var time = local.toLocalTime();
        if (!time.isBefore(until) && time.isBefore(from)) {
            return moment;
        }
        var morning =
                time.isBefore(until) ? local.toLocalDate() : local.toLocalDate().plusDays(1);
        return morning.atTime(until).atZone(zone).toInstant();
    }
}
