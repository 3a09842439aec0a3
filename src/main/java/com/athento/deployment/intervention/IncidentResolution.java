package com.athento.deployment.intervention;

/** How an incident ended. */
public enum IncidentResolution {
    SOLVED,
    FLAG_OFF,
    HOTFIX,
    HANDED_OVER,
    ROLL_BACK
}
