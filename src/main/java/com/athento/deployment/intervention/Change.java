package com.athento.deployment.intervention;

/** What is asked for on a running intervention. */
public enum Change {
    RESCHEDULE,
    CANCEL
}
