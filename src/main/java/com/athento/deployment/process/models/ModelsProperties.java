package com.athento.deployment.process.models;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Going back to older models on purpose.
 *
 * @param replace the number of the newest ones, as the log tells it, which this build's are to replace; once they have,
 *     it means nothing any more
 */
@Validated
@ConfigurationProperties("deployment.models")
record ModelsProperties(@Positive Long replace) {}
