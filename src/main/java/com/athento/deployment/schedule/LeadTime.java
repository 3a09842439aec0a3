package com.athento.deployment.schedule;

import com.athento.deployment.intervention.Severity;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long before its window an intervention must be asked for.
 *
 * @param leadTime between the submission that sets the window and its start; reaching it exactly is enough
 */
@Validated
@ConfigurationProperties("deployment.request")
public record LeadTime(
        @DefaultValue("48h") @DurationMin(minutes = 0) @DurationMax(days = 90)
        Duration leadTime) {

    /** Until when nothing may start that is asked for now; waived for what presses. */
    public Instant earliest(Instant now, Severity severity) {
        return severity.pressing() ? now : now.plus(leadTime);
    }
}
