package com.athento.deployment.intervention;

/** How much changes of one type of deployment may harm those who work with the instance. */
public enum Impact {
    LOW,
    MEDIUM,
    MEDIUM_HIGH,
    HIGH
}
