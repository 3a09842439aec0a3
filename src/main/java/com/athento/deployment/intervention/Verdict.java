package com.athento.deployment.intervention;

/** What a battery says. */
public enum Verdict {
    PASSED_ALL,
    PASSED,
    FAILED,
    INCONCLUSIVE
}
