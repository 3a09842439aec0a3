package com.athento.deployment.process.retention;

import jakarta.validation.constraints.AssertTrue;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long after the end of an intervention our tables keep what is about persons; the rest stays.
 *
 * @param texts what mails said, and their calendar entries
 * @param addresses whom mails went to
 * @param evidence what proves a client's answer: who gave it, from where, and the plan as it was shown
 */
@Validated
@ConfigurationProperties("deployment.retention")
public record RetentionProperties(
        @DefaultValue("365d") @DurationMin(days = 30) @DurationMax(days = 36_500)
        Duration texts,

        @DefaultValue("730d") @DurationMin(days = 30) @DurationMax(days = 36_500)
        Duration addresses,

        @DefaultValue("2192d") @DurationMin(days = 365) @DurationMax(days = 36_500)
        Duration evidence) {

    @AssertTrue(
            message =
                    "deployment.retention: 'addresses' must not be shorter than 'texts', in which readers are named, too")
    boolean isAddressesAsLongAsTexts() {
        return texts == null || addresses == null || addresses.compareTo(texts) >= 0;
    }

    @AssertTrue(
            message =
                    "deployment.retention: 'evidence' must not be shorter than 'addresses': it proves what those were told")
    boolean isEvidenceAsLongAsWhatItProves() {
        return addresses == null || evidence == null || evidence.compareTo(addresses) >= 0;
    }
}
