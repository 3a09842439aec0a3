package com.athento.deployment.record;

import com.athento.deployment.intervention.Environment;
import com.athento.deployment.intervention.Interval;
import com.athento.deployment.intervention.Phase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A window that stands and has not been started, beside the intervention that has it.
 *
 * @param environment empty where the register does not know the instance any more
 * @param zone the client's
 */
public record PlanToCome(
        String interventionKey,
        String instanceCode,
        String clientCode,
        Optional<Environment> environment,
        String requester,
        Phase phase,
        Instant windowStart,
        ZoneId zone,
        int downtimeMinutes) {

    /** While users cannot work. */
    public Interval unavailability() {
        return Interval.of(windowStart, Duration.ofMinutes(downtimeMinutes));
    }

    /** The same, were it to begin at another time. */
    public PlanToCome at(Instant start) {
        return new PlanToCome(
                interventionKey, instanceCode, clientCode, environment, requester, phase, start, zone, downtimeMinutes);
    }
}
