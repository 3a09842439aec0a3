package com.athento.deployment.intervention;

/** Whether the update caused an incident. */
public enum CausedByUpdate {
    YES,
    NO,
    UNCLEAR
}
