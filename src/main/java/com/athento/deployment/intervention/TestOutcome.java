package com.athento.deployment.intervention;

/** How one test of a battery went. */
public enum TestOutcome {
    PASSED,
    /** Errors, too. */
    FAILED,
    BLOCKED,
    /** Not run, skipped or to be run again: not passed. */
    OPEN
}
