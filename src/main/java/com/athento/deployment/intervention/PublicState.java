package com.athento.deployment.intervention;

/** What everybody at the client may know of an intervention. */
public enum PublicState {
    /** The window is agreed. */
    PLANNED,
    /** Users cannot work: it is being deployed, or taken back. */
    IN_PROGRESS,
    /** Deployed, and being tested. */
    VERIFYING,
    COMPLETED,
    ROLLED_BACK,
    /** The window no longer holds; another one may follow. */
    CANCELLED
}
