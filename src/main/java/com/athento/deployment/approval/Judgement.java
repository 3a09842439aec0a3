package com.athento.deployment.approval;

import com.athento.deployment.intervention.ApprovalDecision;
import com.athento.deployment.intervention.Risk;

/**
 * What a team makes of a request: its risk, whether it is suitable, and the answer.
 *
 * @param reason one sentence for both
 */
record Judgement(ApprovalDecision decision, Risk risk, boolean suitable, String reason) {

    /** What is not suitable cannot be approved; what is suitable may be denied for its risk. */
    boolean contradictsItself() {
        return decision == ApprovalDecision.APPROVE && !suitable;
    }
}
