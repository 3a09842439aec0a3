package com.athento.deployment.support;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How soon an incident must be resolved; Minor and Trivial ones have until support ends.
 *
 * @param blocker from the report
 * @param critical from the report
 * @param major from the report
 */
@Validated
@ConfigurationProperties("deployment.support.resolve-within")
record SupportProperties(
        @DefaultValue("30m") @DurationMin(minutes = 1) @DurationMax(days = 30)
        Duration blocker,

        @DefaultValue("2h") @DurationMin(minutes = 1) @DurationMax(days = 30)
        Duration critical,

        @DefaultValue("8h") @DurationMin(minutes = 1) @DurationMax(days = 30)
        Duration major) {}
