package com.athento.deployment.intervention;

/** Whether the deployment starts now. */
public enum StartDecision {
    START,
    POSTPONE
}
