package com.athento.deployment.intervention;

/**
 * How bad the incident is that asks for the change, or for an incident, how bad it is; NONE is a
 * routine upgrade.
 */
public enum Severity {
    NONE,
    BLOCKER,
    CRITICAL,
    MAJOR,
    MINOR,
    TRIVIAL;

    /**
     * Blocker and Critical: lead times, due dates and reminders shrink; approvals, consent, QA and
     * gate stay.
     */
    public boolean fastLane() {
        return this == BLOCKER || this == CRITICAL;
    }

    /**
     * Blocker, Critical and Major: the lead time is waived, and as an incident it must be resolved,
     * not handed over.
     */
    public boolean pressing() {
        return fastLane() || this == MAJOR;
    }
}
