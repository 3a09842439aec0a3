package com.athento.deployment.record;

import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.Outcome;
import com.athento.deployment.intervention.Phase;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.intervention.Window;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * An intervention beside its plan, as they stand now.
 *
 * @param outcome that was decided on
 * @param windowStart empty where the request ended at once and named no window
 * @param zone the client's
 * @param downtimeMinutes empty likewise
 * @param processDefinitionId the version of the model that it follows, as the engine knows it
 */
public record Planned(
        String interventionKey,
        String instanceCode,
        String processInstanceId,
        String requester,
        Phase phase,
        Optional<Outcome> outcome,
        Optional<Instant> actualStart,
        Optional<Instant> windowStart,
        ZoneId zone,
        Optional<Integer> downtimeMinutes,
        ChangeKind changeKind,
        Severity severity,
        String processDefinitionId) {

    /** Empty unless both its start and its length are known. */
    public Optional<Window> window() {
        return windowStart.flatMap(start -> downtimeMinutes.map(minutes -> new Window(start, zone, minutes)));
    }
}
