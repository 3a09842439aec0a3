package com.athento.deployment.intervention;

/** Whether users can work on an instance, as far as its intervention is concerned. */
public enum ServiceState {
    SERVICE_UP,
    SERVICE_DOWN
}
