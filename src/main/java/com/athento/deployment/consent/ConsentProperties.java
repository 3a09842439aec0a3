package com.athento.deployment.consent;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When the client's answer is overdue.
 *
 * @param deadline how long before the window
 */
@Validated
@ConfigurationProperties("deployment.consent")
record ConsentProperties(
        @DefaultValue("24h") @DurationMin(minutes = 1) @DurationMax(days = 30) Duration deadline) {}
