package com.athento.deployment.schedule.slots;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * At which hours a slot is looked for, beside the one that was asked for and the starts of maintenance windows; by the
 * client's clock.
 *
 * @param at every day
 * @param onFreeDays also on days on which the client does not work
 */
@Validated
@ConfigurationProperties("deployment.slots")
public record SlotTimes(
        @DefaultValue("22:00") @NotEmpty @Size(max = 24) List<@NotNull LocalTime> at,
        @DefaultValue("07:00") @NotNull @Size(max = 24) List<@NotNull LocalTime> onFreeDays) {}
