package com.athento.deployment.request;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long a request may wait for its revision; {@link com.athento.deployment.schedule.LeadTime} stands beside it.
 *
 * @param reviseWithin how long whoever has to revise it has
 * @param reviseUrgentWithin the same for Blocker and Critical
 */
@Validated
@ConfigurationProperties("deployment.request")
record RequestProperties(
        @DefaultValue("24h") @DurationMin(minutes = 1) @DurationMax(days = 30)
        Duration reviseWithin,

        @DefaultValue("1h") @DurationMin(minutes = 1) @DurationMax(days = 30)
        Duration reviseUrgentWithin) {}
