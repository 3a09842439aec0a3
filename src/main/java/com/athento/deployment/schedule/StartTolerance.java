package com.athento.deployment.schedule;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How late a deployment may start.
 *
 * @param tolerance counted from the agreed start; a start exactly then is in time
 */
@Validated
@ConfigurationProperties("deployment.start")
record StartTolerance(
        @DefaultValue("30m") @DurationMin(minutes = 1) @DurationMax(hours = 12)
        Duration tolerance) {}
