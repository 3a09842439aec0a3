package com.athento.deployment.qa.testrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.athento.deployment.intervention.TestOutcome;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run says, and how one is named. */
class RunTest {

    private static final Statuses STATUSES =
            new Statuses(Set.of(6L), Map.of("custom_status1", 6L, "custom_status2", 7L));

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    @Test
    void whatNobodyHasCalledPassedIsNotPassed() {
        var run = Run.of(json("""
                        {"id": 12, "name": "Battery\\u0000 24.2", "project_id": 3, "suite_id": 5, "config": "Chrome",
                         "created_on": 1800000000, "created_by": 9, "is_completed": false, "completed_on": null,
                         "passed_count": 10, "blocked_count": 1, "untested_count": 2, "retest_count": 3,
                         "failed_count": 4, "custom_status1_count": 5, "custom_status2_count": 6,
                         "custom_status7_count": 7, "unheard_of_count": 100}"""), false, STATUSES);

        assertThat(run.counts()).isEqualTo(new Counts(15, 4, 1, 18));
        assertThat(run.counts().total()).isEqualTo(38);
        assertThat(run.isComplete()).isFalse();
        assertThat(run.name()).doesNotContain("\u0000");
        assertThat(run.runs()).containsExactly(run);
    }

    @Test
    void aPlanHasItsRuns() {
        var plan = Run.of(json("""
                        {"id": 7, "project_id": 3, "is_completed": true, "completed_on": 1800000060, "passed_count": 3,
                         "entries": [{"id": "uuid", "runs": [{"id": 13, "suite_id": 5}, {"id": 14, "suite_id": 5}]},
                                     {"id": "other", "runs": [{"id": 15}]}]}"""), true, STATUSES);

        assertThat(plan.asked()).hasToString("P7");
        assertThat(plan.completed()).contains(Instant.ofEpochSecond(1_800_000_060));
        assertThat(plan.runs()).extracting(run -> run.asked().toString()).containsExactly("R13", "R14", "R15");
    }

    @ParameterizedTest(name = "status {0} is {1}")
    @CsvSource({
        "1, PASSED",
        "2, BLOCKED",
        "3, OPEN",
        "4, OPEN",
        "5, FAILED",
        "6, PASSED",
        "7, OPEN",
        "12, OPEN",
        "0, OPEN",
        "99, OPEN"
    })
    void saysWhatAStatusIs(long status, TestOutcome outcome) {
        assertThat(STATUSES.outcome(status)).isEqualTo(outcome);
    }

    @Test
    void aCustomStatusIsKnownByTheNumberThatTheServerGivesIt() {
        var statuses = Statuses.of(
                Set.of(8L),
                List.of(
                        json("{\"id\":8,\"name\":\"custom_status1\"}"),
                        json("{\"id\":6,\"name\":\"custom_status3\"}")));

        assertThat(statuses.countsAsPassed("custom_status1")).isTrue();
        assertThat(statuses.countsAsPassed("custom_status2")).isFalse();
        assertThat(statuses.countsAsPassed("custom_status3")).isFalse();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "R12, R12",
        "r12, R12",
        "12, R12",
        "' 12 ', R12",
        "P7, P7",
        "p7, P7",
        "https://acme.testrail.io/index.php?/runs/view/12, R12",
        "https://ACME.testrail.io/index.php?/runs/view/12&group_by=cases:section_id&group_order=asc, R12",
        "https://acme.testrail.io/index.php?/plans/view/7#a, P7"
    })
    void takesNumbersAndAddresses(String text, String run) {
        assertThat(AskedRun.of(text, "https://acme.testrail.io")).hasToString(run);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "R",
                "0",
                "R0",
                "-1",
                "C12",
                "12,5",
                "9999999999999999999",
                "https://other.testrail.io/index.php?/runs/view/12",
                "https://acme.testrail.io.evil.example/index.php?/runs/view/12",
                "https://acme.testrail.io/index.php?/suites/view/12",
                "https://acme.testrail.io/index.php?/runs/view/9999999999999999999",
                "javascript:alert(1)"
            })
    void saysWhatIsNoRun(String text) {
        assertThatThrownBy(() -> AskedRun.of(text, "https://acme.testrail.io"))
                .hasMessageContaining("is no run of TestRail; give the number of a run such as R12");
    }

    @ParameterizedTest(name = "{0} is {1} s")
    @CsvSource({"30s, 30", "1m 45s, 105", "1h 2m 3s, 3723", "1d, 86400", "1w 1s, 604801", "soon, ", "'', "})
    void readsHowLongItTook(String text, Double seconds) {
        assertThat(Elapsed.seconds(text)).isEqualTo(seconds);
    }
}
