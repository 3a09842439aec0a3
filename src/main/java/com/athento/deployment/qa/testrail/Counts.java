package com.athento.deployment.qa.testrail;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;

/**
 * How many tests of a run are how, as TestRail counts them.
 *
 * @param open untested, to be tested again, or of a status that nobody has called passed
 */
record Counts(long passed, long failed, long blocked, long open) {

    private static final int CUSTOM_STATUSES = 7;

    static Counts of(JsonNode run, Statuses statuses) {
        return new Counts(
                count(run, "passed") + custom(run, statuses, true),
                count(run, "failed"),
                count(run, "blocked"),
                count(run, "untested") + count(run, "retest") + custom(run, statuses, false));
    }

    private static long custom(JsonNode run, Statuses statuses, boolean passed) {
        return IntStream.rangeClosed(1, CUSTOM_STATUSES)
                .mapToObj("custom_status%d"::formatted)
                .filter(status -> statuses.countsAsPassed(status) == passed)
                .mapToLong(status -> count(run, status))
                .sum();
    }

    private static long count(JsonNode run, String status) {
        return run.path(status + "_count").asLong();
    }

    long total() {
        return passed + failed + blocked + open;
    }
}
