package com.athento.deployment.record;

import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.Environment;
import com.athento.deployment.intervention.Outcome;
import com.athento.deployment.intervention.Phase;
import com.athento.deployment.intervention.Window;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A window beside the intervention that has it, as they stand now.
 *
 * @param environment empty where the register does not know the instance any more
 * @param clientName what the register calls the client now; empty likewise
 * @param outcome the last one that was decided on
 * @param zone the client's
 * @param submittedAt when the current revision of the plan was submitted
 * @param availableSince since when users can work again
 * @param rollbackMinutes how long going back takes on this instance; empty as the environment
 * @param supportHours how long support watches over its users; empty likewise
 */
public record PlannedWindow(
        String interventionKey,
        String processInstanceId,
        String instanceCode,
        Optional<Environment> environment,
        String clientCode,
        Optional<String> clientName,
        String requester,
        Phase phase,
        Optional<Outcome> outcome,
        Instant windowStart,
        ZoneId zone,
        int downtimeMinutes,
        int revision,
        Optional<ChangeKind> changeKind,
        Optional<String> fromVersion,
        Optional<String> targetVersion,
        Optional<Instant> submittedAt,
        Instant requestedAt,
        Optional<Instant> actualStart,
        Optional<Instant> pointOfNoReturn,
        Optional<Instant> availableSince,
        Optional<Instant> supportUntil,
        Optional<Instant> endedAt,
        Optional<Integer> rollbackMinutes,
        Optional<Integer> supportHours) {

    public Window window() {
        return new Window(windowStart, zone, downtimeMinutes);
    }

    /** What of it is of interest until it starts. */
    public PlanToCome toCome() {
        return new PlanToCome(
                interventionKey,
                instanceCode,
                clientCode,
                environment,
                requester,
                phase,
                windowStart,
                zone,
                downtimeMinutes);
    }

    /** As the register calls the client, else its code. */
    public String client() {
        return clientName.orElse(clientCode);
    }
}
