package com.athento.deployment.request;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When a version is proven.
 *
 * @param on how many other instances must have got it with success, and kept it, before it comes to PRO; 0 asks for
 *     none
 */
@Validated
@ConfigurationProperties("deployment.proven")
record ProvenProperties(@DefaultValue("2") @Min(0) @Max(100) int on) {}
