package com.athento.deployment.intervention;

/** Which version an instance runs, as the person at the machine states it. */
public enum RunningVersion {
    PREVIOUS,
    NEW,
    NEITHER
}
