package com.athento.deployment.record;

import com.athento.deployment.intervention.TestOutcome;

/**
 * A test of an imported battery that did not pass, and where else it did not.
 *
 * @param battery which of the intervention's, from 1
 * @param status failed, blocked or open
 * @param message why; null where nobody said
 * @param link where more of it is to be seen; null where nobody said
 * @param known null where there is nothing to compare it with
 */
public record TestNotPassed(
        int battery, String suite, String name, TestOutcome status, String message, String link, Known known) {

    TestNotPassed as(Known compared) {
        return new TestNotPassed(battery, suite, name, status, message, link, compared);
    }

    /** What speaks for or against the new version. */
    public enum Known {
        /** It did not pass on this instance in its intervention before. */
        FAILED_BEFORE,
        /** It did not pass on the instance on which the version was proven last. */
        KNOWN_THERE,
        /** It passed, or did not exist, wherever it can be looked up. */
        NEW
    }
}
