package com.athento.deployment.process;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The engine's parts.
 *
 * @param stock for comparison: its own ones, also where ours ask the database less for the same answer
 * @param nothingRevoked how long the answers hold that no right is revoked from somebody, that none names a single task
 *     or intervention, and that no task is below another; at most an hour
 * @param passwordRight how long a password holds that was right, sent again from the same address; at most an hour
 */
@Validated
@ConfigurationProperties("deployment.engine")
public record EngineProperties(
        @DefaultValue("false") boolean stock,

        @DefaultValue("5s") @NotNull @DurationMin(seconds = 0) @DurationMax(hours = 1)
        Duration nothingRevoked,

        @DefaultValue("30s") @NotNull @DurationMin(seconds = 0) @DurationMax(hours = 1)
        Duration passwordRight) {}
