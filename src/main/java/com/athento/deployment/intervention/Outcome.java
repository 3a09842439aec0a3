package com.athento.deployment.intervention;

/** How an intervention ended. */
public enum Outcome {
    DEPLOYED,
    ROLLED_BACK,
    DENIED,
    DECLINED,
    WITHDRAWN,
    CANCELLED,
    NOT_TYPE_4
}
