package com.athento.deployment.intervention;

/** Why another window is needed. */
public enum ReplanCause {
    CONTACT_ANSWER,
    NO_ANSWER,
    POSTPONED,
    TOO_LATE,
    WINDOW_LAPSED,
    RESCHEDULED
}
