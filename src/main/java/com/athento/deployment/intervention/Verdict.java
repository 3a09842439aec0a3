package com.athento.deployment.intervention;

/** What a battery says. */
public enum Verdict {
    PASSED_ALL,
    PASSED,
    FAILED,
    INCONCLUSIVE;

    /** The share that must pass, in percent; reaching it exactly is enough (section 6). */
    public static final int REQUIRED = 80;
}
