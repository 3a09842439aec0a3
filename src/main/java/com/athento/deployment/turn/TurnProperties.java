package com.athento.deployment.turn;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people are told that a task waits for them.
 *
 * @param gather tasks that are not urgent and appear within so much time are told in one mail
 */
@Validated
@ConfigurationProperties("deployment.turn")
record TurnProperties(
        @DefaultValue("5m") @DurationMin(seconds = 1) @DurationMax(hours = 1)
        Duration gather) {}
