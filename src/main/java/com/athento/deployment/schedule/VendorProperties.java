package com.athento.deployment.schedule;

import jakarta.validation.constraints.NotNull;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where we are.
 *
 * @param vendorZone in which our own people read times
 */
@Validated
@ConfigurationProperties("deployment")
public record VendorProperties(
        @DefaultValue("Europe/Madrid") @NotNull ZoneId vendorZone) {}
