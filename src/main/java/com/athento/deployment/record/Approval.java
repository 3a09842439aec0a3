package com.athento.deployment.record;

import com.athento.deployment.intervention.ApprovalDecision;
import com.athento.deployment.intervention.Risk;
import com.athento.deployment.intervention.Team;
import java.time.Instant;

/** A team's answer to a revision. */
public record Approval(
        int revision,
        Team team,
        String person,
        Instant decidedAt,
        ApprovalDecision decision,
        Risk risk,
        boolean suitable,
        String reason) {

    public boolean isYes() {
        return decision == ApprovalDecision.APPROVE;
    }
}
