package com.athento.deployment.record;

import java.util.List;

/**
 * What did not pass in the battery that counts, if that was imported.
 *
 * @param total how many tests
 * @param tests the first of them, what is new on top
 */
public record LastNotPassed(long total, List<TestNotPassed> tests) {

    /** Nothing did not pass, or nobody said what. */
    static final LastNotPassed NOTHING = new LastNotPassed(0, List.of());
}
