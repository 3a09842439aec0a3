package com.athento.deployment.intervention;

/** How bad the incident is that asks for the change, or for an incident, how bad it is; NONE is a routine upgrade. */
public enum Severity {
    NONE,
    BLOCKER,
    CRITICAL,
    MAJOR,
    MINOR,
    TRIVIAL;

    /** Blocker and Critical: lead times, due dates and reminders shrink; approvals, consent, QA and gate stay. */
    public boolean fastLane() {
        return this == BLOCKER || this == CRITICAL;
    }

    /**
     * Blocker, Critical and Major: the lead time is waived, and as an incident it must be resolved, not handed over.
     */
    public boolean pressing() {
        return fastLane() || this == MAJOR;
    }

    /** Of a task, 0 to 100: in the task list the higher one comes first; 50 is what a task has by itself. */
    public int priority() {
        return switch (this) {
            case BLOCKER -> 90;
            case CRITICAL -> 80;
            case MAJOR -> 70;
            case MINOR -> 60;
            case TRIVIAL -> 55;
            case NONE -> 50;
        };
    }
}
