package com.athento.deployment.qa.testrail;

import com.athento.deployment.intervention.TestOutcome;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the numbers of statuses mean. Whatever nobody has called passed is not.
 *
 * @param passed the customer's own ones that count as passed
 * @param numbers of the customer's own ones, by their names, such as {@code custom_status1}
 */
record Statuses(Set<Long> passed, Map<String, Long> numbers) {

    private static final long PASSED = 1;
    private static final long BLOCKED = 2;
    static final long UNTESTED = 3;
    private static final long FAILED = 5;

    static Statuses of(Set<Long> passed, List<JsonNode> told) {
        return new Statuses(
                passed,
                told.stream()
                        .collect(Collectors.toMap(
                                status -> status.path("name").asText(),
                                status -> status.path("id").asLong(),
                                (one, other) -> one)));
    }

    TestOutcome outcome(long status) {
        if (status == PASSED || passed.contains(status)) {
            return TestOutcome.PASSED;
        }
        return status == FAILED ? TestOutcome.FAILED : status == BLOCKED ? TestOutcome.BLOCKED : TestOutcome.OPEN;
    }

    /** @param name such as {@code custom_status1} */
    boolean countsAsPassed(String name) {
        return numbers.containsKey(name) && passed.contains(numbers.get(name));
    }
}
