package com.athento.deployment.record;

import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.Risk;
import com.athento.deployment.intervention.Severity;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The plan as a client is asked about it.
 *
 * @param fromVersion null where nobody knows it
 * @param targetVersion null where no version moves
 * @param reason why, in the requester's words
 * @param minutes expected unavailability
 */
public record AskedPlan(
        String key,
        String clientCode,
        String instanceCode,
        ChangeKind kind,
        Severity severity,
        String fromVersion,
        String targetVersion,
        String reason,
        Instant windowStart,
        ZoneId zone,
        int minutes,
        Optional<Risk> risk,
        Optional<String> releaseNotesUrl) {}
