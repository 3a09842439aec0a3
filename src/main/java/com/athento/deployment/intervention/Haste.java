package com.athento.deployment.intervention;

/** Which tasks of a step are announced at once, also at night, and as urgent. */
public enum Haste {
    /** Between the opened window and the settled version. */
    ALWAYS,
    /** Where what happened is Blocker or Critical. */
    BY_SEVERITY;

    public boolean isUrgent(Severity severity) {
        return this == ALWAYS || severity.fastLane();
    }
}
