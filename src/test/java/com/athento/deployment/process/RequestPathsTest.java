package com.athento.deployment.process;

import static com.athento.deployment.process.Elements.APPROVE_PRODUCT;
import static com.athento.deployment.process.Elements.APPROVE_PROJECT;
import static com.athento.deployment.process.Elements.REVISE_REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Step 2: request, its check, and what the requester makes of the findings. */
class RequestPathsTest extends PathsTest {

    @Test
    void cleanRequestGoesToBothTeams() {
        var intervention = lifecycle.requested();

        assertWaiting(intervention).containsExactly(APPROVE_PRODUCT, APPROVE_PROJECT);
        assertThat(intervention.key()).matches("INT-2027-\\d{4,}-ACME-T\\d+");
        assertThat(intervention.findings()).isEmpty();
        assertThat(intervention.outcome()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NEW_SERIES", "DELETE_ENTITIES", "IMPORT_SERIES_CONFIGURATION", "HOTFIX"})
    void changeOfAnotherTypeIsToldItsRightProcedure(String changeKind) {
        var intervention = lifecycle
                .requested(Map.of("changeKind", changeKind, "targetVersion", Lifecycle.LEFT_OUT))
                .continues();

        assertEnded(intervention, "NOT_TYPE_4");
        assertThat(intervention.mails()).containsExactly("right-procedure to REQUESTER");
    }

    @Test
    void changeThatAFlagCanDoIsToldSo() {
        var intervention = lifecycle.requested(Map.of("flagPossible", true)).continues();

        assertEnded(intervention, "NOT_TYPE_4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NEW_SERIES", "HOTFIX"})
    void changeOfAnotherTypeNeedsNoMoreThanItsKind(String changeKind) {
        lifecycle.now(Lifecycle.MORNING);

        var intervention =
                lifecycle.starts("support", lifecycle.bareRequest(changeKind)).continues();

        assertEnded(intervention, "NOT_TYPE_4");
        assertThat(intervention.mails()).containsExactly("right-procedure to REQUESTER");
        assertRefused(() -> intervention.changes("project", "RESCHEDULE", "Later"))
                .contains("has ended as NOT_TYPE_4 and can no longer be rescheduled");
    }

    @Test
    void changeThatAFlagCanDoNeedsNoMoreThanHow() {
        lifecycle.now(Lifecycle.MORNING);
        var request = lifecycle.bareRequest("VERSION_UPGRADE");
        request.put("flagPossible", true);
        request.put("flagReason", "Hide the field");

        var intervention = lifecycle.starts("support", request).continues();

        assertEnded(intervention, "NOT_TYPE_4");
        assertThat(intervention.mails()).containsExactly("right-procedure to REQUESTER");
    }

    @Test
    void whatABigChangeTurnsIntoAPatchNeedsAllTheSame() {
        var request = urgent("BLOCKER", true);
        request.put("plan", Lifecycle.LEFT_OUT);

        assertRefused(() -> lifecycle.requested(request)).contains("plan: missing");
    }

    @Test
    void whatWasAnsweredTheFirstTimeIsNoAnswerTheSecondTime() {
        var intervention = lifecycle
                .requested(Map.of("windowStartLocal", "2027-02-03T22:00"))
                .completes(
                        "support",
                        REVISE_REQUEST,
                        Map.of("requesterDecision", "AMEND", "windowStartLocal", "2027-02-03T22:01"))
                .continues();

        assertWaiting(intervention).containsExactly(REVISE_REQUEST);
        assertRefused(() -> intervention.completes("support", REVISE_REQUEST, Map.of()))
                .isEqualTo("requesterDecision: missing; give AMEND, EXCEPT or WITHDRAW");
    }

    @Test
    void revisionIntoAnotherTypeKeepsTheWindowEvenIfThatHasPassed() {
        var intervention = lifecycle.requested(Map.of("windowStartLocal", "2027-02-03T22:00"));
        lifecycle.now(Lifecycle.MORNING.plus(Duration.ofDays(4)));
        var amended =
                Map.<String, Object>of("requesterDecision", "AMEND", "changeKind", "NEW_SERIES", "targetVersion", "");
        var emptied = new java.util.HashMap<>(amended);
        emptied.put("windowStartLocal", "");

        assertRefused(() -> intervention.completes("support", REVISE_REQUEST, emptied))
                .contains("windowStartLocal: missing; a revision keeps a window");
        intervention.completes("support", REVISE_REQUEST, amended).continues();

        assertEnded(intervention, "NOT_TYPE_4");
        assertThat(intervention.moment("windowStart")).isEqualTo("2027-02-03T21:00:00Z");
    }

    @ParameterizedTest(name = "{0} with big changes, a day after the last update")
    @ValueSource(strings = {"BLOCKER", "CRITICAL", "MAJOR"})
    void bigChangesTurnAnUrgentUpdateIntoAPatch(String severity) {
        var intervention = lifecycle.requested(urgent(severity, true));

        assertThat(intervention.value("route")).isEqualTo("PATCH");
        assertEnded(intervention.continues(), "NOT_TYPE_4");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"MINOR, ", "TRIVIAL, WAIT_FOR_UPDATE WARNING", "NONE, "})
    void theOthersAreUpdatesWhateverTheirAge(String severity, String finding) {
        var differences = "NONE".equals(severity) ? Map.<String, Object>of("bigChanges", true) : urgent(severity, true);
        var intervention = lifecycle.requested(differences);

        assertWaiting(intervention).containsExactly(APPROVE_PRODUCT, APPROVE_PROJECT);
        if (finding != null) {
            assertThat(intervention.findings()).contains(finding);
        }
    }

    @ParameterizedTest(name = "{0} without big changes, a day after the last update")
    @ValueSource(strings = {"BLOCKER", "CRITICAL", "MAJOR"})
    void urgentUpdateOfAFreshInstanceIsAnUpdate(String severity) {
        var intervention = lifecycle.requested(urgent(severity, false));

        assertWaiting(intervention).containsExactly(APPROVE_PRODUCT, APPROVE_PROJECT);
        assertThat(intervention.value("route")).isEqualTo("UPDATE");
    }

    @ParameterizedTest(name = "{0} after {1} days")
    @CsvSource({
        "BLOCKER, 20, 7 days",
        "BLOCKER, 60, 7 days",
        "CRITICAL, 20, 7 days",
        "CRITICAL, 60, 7 days",
        "MAJOR, 60, one calendar month"
    })
    void urgentUpdateOfAStaleInstanceNeedsAnException(String severity, int days, String limit) {
        lifecycle.now(Lifecycle.MORNING.plus(Duration.ofDays(days)));
        var request = urgent(severity, false);
        request.put("windowStartLocal", "2027-05-29T22:00");

        var intervention = lifecycle.submitted(request);

        assertWaiting(intervention).containsExactly(REVISE_REQUEST);
        assertThat(intervention.findings()).contains("STALE ERROR");
        assertThat(intervention.value("findings").toString())
                .contains(", %d days ago;".formatted(days + 1), "an update may come at most %s after".formatted(limit));
        assertThat(intervention.value("rightProcedure")).isEqualTo("TYPE_4");
    }

    @Test
    void findingsCanBeAmended() {
        var intervention = lifecycle.requested(Map.of("windowStartLocal", "2027-02-03T22:00"));
        assertWaiting(intervention).containsExactly(REVISE_REQUEST);
        assertThat(intervention.findings()).containsExactly("LEAD_TIME ERROR");

        intervention.completes(
                "support",
                REVISE_REQUEST,
                Map.of("requesterDecision", "AMEND", "windowStartLocal", "2027-02-06T22:00"));

        assertWaiting(intervention).containsExactly(APPROVE_PRODUCT, APPROVE_PROJECT);
        assertThat(intervention.value("revision")).isEqualTo(2);
        assertThat(intervention.findings()).isEmpty();
    }

    @Test
    void findingsCanBeExcepted() {
        var intervention = lifecycle.requested(Map.of("windowStartLocal", "2027-02-03T22:00"));

        intervention.completes(
                "support",
                REVISE_REQUEST,
                Map.of("requesterDecision", "EXCEPT", "exceptionReason", "The client asks for it"));

        assertWaiting(intervention).containsExactly(APPROVE_PRODUCT, APPROVE_PROJECT);
        assertThat(intervention.value("exceptionReason")).isEqualTo("The client asks for it");
        assertThat(intervention.findings()).containsExactly("LEAD_TIME ERROR");
    }

    @Test
    void requestCanBeWithdrawn() {
        var intervention = lifecycle
                .requested(Map.of("windowStartLocal", "2027-02-03T22:00"))
                .completes("support", REVISE_REQUEST, Map.of("requesterDecision", "WITHDRAW"))
                .continues();

        assertEnded(intervention, "WITHDRAWN");
        assertThat(intervention.mails()).isEmpty();
    }

    @Test
    void revisionNeedsADecision() {
        var intervention = lifecycle.requested(Map.of("windowStartLocal", "2027-02-03T22:00"));

        assertRefused(() -> intervention.completes("support", REVISE_REQUEST, Map.of()))
                .contains("requesterDecision");
        assertWaiting(intervention).containsExactly(REVISE_REQUEST);
    }

    private static Map<String, Object> urgent(String severity, boolean bigChanges) {
        return new java.util.HashMap<>(
                Map.of("severity", severity, "reportedAt", "2027-02-02T08:30:00Z", "bigChanges", bigChanges));
    }
}
