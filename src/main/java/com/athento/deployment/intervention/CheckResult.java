package com.athento.deployment.intervention;

/** What the check came to: FINDINGS with at least one error. */
public enum CheckResult {
    CLEAN,
    FINDINGS
}
