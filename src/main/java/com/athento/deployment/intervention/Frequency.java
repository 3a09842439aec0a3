package com.athento.deployment.intervention;

/** How often changes of one type of deployment are made; information, never a rule. */
public enum Frequency {
    DAILY,
    WEEKLY,
    MONTHLY
}
