package com.athento.deployment.qa;

import com.athento.deployment.intervention.TestOutcome;
import com.athento.deployment.process.Variable;
import com.athento.deployment.process.Variables;
import com.athento.deployment.qa.results.TestResult;
import java.util.List;
import java.util.Map;

/**
 * How many tests of an import went how; these are the figures of a battery.
 *
 * @param id what the form says for it; null before it is kept
 * @param open not run, or skipped
 */
public record ImportedBattery(String id, long total, long passed, long failed, long blocked, long open) {

    static ImportedBattery of(List<TestResult> tests) {
        return new ImportedBattery(
                null,
                tests.size(),
                count(tests, TestOutcome.PASSED),
                count(tests, TestOutcome.FAILED),
                count(tests, TestOutcome.BLOCKED),
                count(tests, TestOutcome.OPEN));
    }

    ImportedBattery as(long number) {
        return new ImportedBattery(String.valueOf(number), total, passed, failed, blocked, open);
    }

    private static long count(List<TestResult> tests, TestOutcome outcome) {
        return tests.stream().filter(test -> test.outcome() == outcome).count();
    }

    Map<Variable<Long>, Long> counts() {
        return Map.of(
                Variables.QA_TOTAL, total,
                Variables.QA_PASSED, passed,
                Variables.QA_FAILED, failed,
                Variables.QA_BLOCKED, blocked,
                Variables.QA_OPEN, open);
    }
}
