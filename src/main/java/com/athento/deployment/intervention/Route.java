package com.athento.deployment.intervention;

/** What the update policy makes of a severity: the update, or a patch instead of it. */
public enum Route {
    UPDATE,
    PATCH
}
