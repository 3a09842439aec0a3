package com.athento.deployment.intervention;

/** How end users are told. */
public enum Channel {
    EMAIL,
    /** By a message inside the instance. */
    IN_APP
}
