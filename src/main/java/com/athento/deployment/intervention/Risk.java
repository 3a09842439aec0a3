package com.athento.deployment.intervention;

/** What a team thinks of a change; in rising order. */
public enum Risk {
    LOW,
    MEDIUM,
    HIGH;

    /** The effective risk of two judgements is the higher one. */
    public Risk or(Risk other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
