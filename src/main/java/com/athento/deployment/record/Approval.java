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

    /** Called like no field: what begins with {@code is} or {@code get} would be one to whoever reads it as JSON. */
    public boolean approves() {
        return decision == ApprovalDecision.APPROVE;
    }
}
