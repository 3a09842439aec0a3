package com.athento.deployment.turn;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long after a task is due its team is told so, and how long after that the managers are.
 *
 * @param undated how long a task has for which neither the model nor its step says until when
 * @param again how long after each mail the next one follows, where a task reminds until it is done
 */
@Validated
@ConfigurationProperties("deployment.overdue")
record OverdueProperties(
        @DefaultValue("5m") @DurationMin(seconds = 0) @DurationMax(days = 30)
        Duration windowTeam,

        @DefaultValue("15m") @DurationMin(seconds = 0) @DurationMax(days = 30)
        Duration windowManagers,

        @DefaultValue("5m") @DurationMin(seconds = 0) @DurationMax(days = 30)
        Duration blockerTeam,

        @DefaultValue("15m") @DurationMin(seconds = 0) @DurationMax(days = 30)
        Duration blockerManagers,

        @DefaultValue("15m") @DurationMin(seconds = 0) @DurationMax(days = 30)
        Duration criticalTeam,

        @DefaultValue("1h") @DurationMin(seconds = 0) @DurationMax(days = 30)
        Duration criticalManagers,

        @DefaultValue("1h") @DurationMin(seconds = 0) @DurationMax(days = 30)
        Duration majorTeam,

        @DefaultValue("4h") @DurationMin(seconds = 0) @DurationMax(days = 30)
        Duration majorManagers,

        @DefaultValue("4h") @DurationMin(seconds = 0) @DurationMax(days = 30)
        Duration routineTeam,

        @DefaultValue("24h") @DurationMin(seconds = 0) @DurationMax(days = 30)
        Duration routineManagers,

        @DefaultValue("48h") @DurationMin(minutes = 1) @DurationMax(days = 30)
        Duration undated,

        @DefaultValue("15m") @DurationMin(minutes = 1) @DurationMax(days = 1)
        Duration again) {

    /** From the moment when a task is due. */
    Duration team(Pressure pressure) {
        return switch (pressure) {
            case WINDOW -> windowTeam;
            case BLOCKER -> blockerTeam;
            case CRITICAL -> criticalTeam;
            case MAJOR -> majorTeam;
            case ROUTINE -> routineTeam;
        };
    }

    /** From the moment when its team is told. */
    Duration managers(Pressure pressure) {
        return switch (pressure) {
            case WINDOW -> windowManagers;
            case BLOCKER -> blockerManagers;
            case CRITICAL -> criticalManagers;
            case MAJOR -> majorManagers;
            case ROUTINE -> routineManagers;
        };
    }
}
