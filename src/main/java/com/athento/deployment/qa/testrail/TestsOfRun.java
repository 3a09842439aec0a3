package com.athento.deployment.qa.testrail;

import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.intervention.TestOutcome;
import com.athento.deployment.process.Refused;
import com.athento.deployment.qa.SentResults;
import com.athento.deployment.qa.results.TestResult;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads the tests of a run or a plan, each with what was said of it last. */
record TestsOfRun(Talk talk, Statuses statuses, TestRail testRail) {

    /** @throws Refused if there are more than anybody counts, or TestRail does not say */
    List<TestResult> of(Run whole) {
        var suites = new HashMap<Long, String>();
        var tests = new ArrayList<TestResult>();
        for (var run : whole.runs()) {
            var suite = run.suite()
                    .map(id -> suites.computeIfAbsent(
                            id, number -> talk.name("get_suite/" + number).orElse("")))
                    .orElse("");
            tests.addAll(tests(
                    run.asked().id(),
                    run.config().isEmpty()
                            ? suite
                            : "%s (%s)".formatted(suite, run.config()).strip()));
            if (tests.size() > SentResults.MOST_TESTS) {
                throw Refused.because("refused.results.too-many", SentResults.MOST_TESTS);
            }
        }
        return tests;
    }

    /** A test that has moved to another page while they were read is one all the same. */
    private List<TestResult> tests(long run, String suite) {
        var tests = new LinkedHashMap<Long, JsonNode>();
        talk.all("get_tests/" + run, "tests")
                .forEach(test -> tests.put(test.path("id").asLong(), test));
        var last = lastResults(
                run,
                tests.values().stream()
                        .map(TestsOfRun::status)
                        .filter(status -> status != Statuses.UNTESTED)
                        .collect(Collectors.toCollection(TreeSet::new)));
        return tests.entrySet().stream()
                .map(test ->
                        result(test.getValue(), suite, last.getOrDefault(test.getKey(), MissingNode.getInstance())))
                .toList();
    }

    private static long status(JsonNode test) {
        return test.path("status_id").asLong();
    }

    /** What was said last of each test with one of these statuses; a comment without a status is none. */
    private Map<Long, JsonNode> lastResults(long run, Set<Long> among) {
        if (among.isEmpty()) {
            return Map.of();
        }
        var written = among.stream().map(String::valueOf).collect(Collectors.joining(","));
        return talk.all("get_results_for_run/%d&status_id=%s".formatted(run, written), "results").stream()
                .collect(Collectors.toMap(
                        result -> result.path("test_id").asLong(),
                        result -> result,
                        (one, other) ->
                                one.path("id").asLong() > other.path("id").asLong() ? one : other));
    }

    private TestResult result(JsonNode test, String suite, JsonNode last) {
        var outcome = statuses.outcome(status(test));
        var why = PlainText.shown(last.path("comment").asText("")).strip();
        return new TestResult(
                suite,
                PlainText.onOneLine(test.path("title").asText(""), TestResult.LONGEST_NAME),
                outcome,
                Elapsed.seconds(last.path("elapsed").asText("")),
                outcome == TestOutcome.PASSED || why.isEmpty() ? null : why,
                false,
                testRail.test(test.path("id").asLong()));
    }
}
