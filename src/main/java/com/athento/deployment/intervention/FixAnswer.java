package com.athento.deployment.intervention;

/** What becomes of a fix that is on an instance when another version comes. */
public enum FixAnswer {
    /** The version brings it along. */
    CONTAINED,
    /** It is made again on top of the version. */
    REAPPLIED,
    /** It ends with the version that runs now, and the client knows. */
    GIVEN_UP
}
