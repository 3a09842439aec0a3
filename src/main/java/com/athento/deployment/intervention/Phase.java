package com.athento.deployment.intervention;

/**
 * Where an intervention stands, in the words of the overview; ENDED only when the process has ended, closing mail
 * included.
 */
public enum Phase {
    REQUEST,
    APPROVAL,
    CONSENT,
    WAITING,
    ROLLOUT,
    SUPPORT,
    CLOSURE,
    ENDED
}
