package com.athento.deployment.intervention;

/** What follows when the client stays silent. */
public enum NoAnswerDecision {
    RESCHEDULE,
    CANCEL
}
