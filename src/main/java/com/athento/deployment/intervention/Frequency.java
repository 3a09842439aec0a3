package com.athento.deployment.intervention;

/** How often changes of one type of deployment are made; information, never a rule. */
public enum Frequency {
    DAILY,
    WEEKLY,
    MONTHLY,
    /** Without a rhythm: by the moment that the problem asks for. */
    AS_NEEDED
}
