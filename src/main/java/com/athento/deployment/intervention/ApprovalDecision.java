package com.athento.deployment.intervention;

/** A team's answer. */
public enum ApprovalDecision {
    APPROVE,
    DENY
}
