package com.athento.deployment.intervention;

/** What the requester makes of the findings. */
public enum RequesterDecision {
    AMEND,
    EXCEPT,
    WITHDRAW
}
