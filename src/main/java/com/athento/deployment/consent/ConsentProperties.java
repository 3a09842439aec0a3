package com.athento.deployment.consent;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long a client may take to answer, and how often it may try.
 *
 * @param deadline how long before the window an answer is overdue
 * @param slotsKept how long the times that the page offers are kept for whoever was asked
 * @param attemptsPerMinute how often one address may open the page or send an answer
 */
@Validated
@ConfigurationProperties("deployment.consent")
public record ConsentProperties(
        @DefaultValue("24h") @DurationMin(minutes = 1) @DurationMax(days = 30)
        Duration deadline,

        @DefaultValue("30m") @DurationMin(minutes = 1) @DurationMax(hours = 24)
        Duration slotsKept,

        @DefaultValue("60") @Min(5) @Max(1_000_000) int attemptsPerMinute) {}
