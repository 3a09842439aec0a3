package com.athento.deployment.request;

import static com.athento.deployment.process.Elements.APPROVE_PRODUCT;
import static com.athento.deployment.process.Elements.APPROVE_PROJECT;
import static com.athento.deployment.process.Elements.OBTAIN_CLIENT_CONSENT;
import static com.athento.deployment.process.Elements.REVISE_REQUEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.athento.deployment.ApplicationTest;
import com.athento.deployment.process.Lifecycle;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a request leaves on record, revision by revision. */
@ApplicationTest
class RevisionsTest {

    /** Ten in Madrid, when windows begin. */
    private static final Instant EVENING = Lifecycle.MORNING.plus(Duration.ofHours(12));

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    JdbcClient database;

    @Autowired
    TaskService tasks;

    @BeforeEach
    void provenVersions() {
        lifecycle.proven("24.3.0", "25.0.0");
    }

    @AfterEach
    void rightClock() {
        ClockUtil.reset();
    }

    @Test
    void firstRevisionIsOnRecord() {
        lifecycle.now(Lifecycle.MORNING.plusMillis(999));
        var intervention = lifecycle.submitted(Map.of());

        assertThat(revision(intervention, 1))
                .containsEntry("submitted_by", "support")
                .containsEntry("from_version", "24.1.0")
                .containsEntry("target_version", "24.2.0")
                .containsEntry("zone", "Europe/Madrid")
                .containsEntry("findings", "[]")
                .containsEntry("approvals_from", 1)
                .containsEntry("consent_from", 1);
        assertThat(moment(intervention, 1, "submitted_at")).isEqualTo("2027-02-02T09:00:00Z");
        assertThat(moment(intervention, 1, "window_set_at")).isEqualTo("2027-02-02T09:00:00Z");
        assertThat(moment(intervention, 1, "window_start")).isEqualTo("2027-02-06T21:00:00Z");
    }

    @Test
    void yearOfTheKeyIsTheClients() {
        lifecycle.now(Instant.parse("2026-12-31T22:59:59Z"));
        assertThat(lifecycle.submitted(Map.of()).key()).startsWith("INT-2026-");

        lifecycle.now(Instant.parse("2026-12-31T23:00:00Z"));
        assertThat(lifecycle.submitted(Map.of()).key()).startsWith("INT-2027-");
    }

    @Test
    void amendmentKeepsWhatIsNotSent() {
        var intervention = lifecycle.requested(Map.of("targetVersion", "25.0.0"));
        lifecycle.now(Lifecycle.MORNING.plus(Duration.ofHours(1)));

        amend(intervention, Map.of("targetVersion", "24.3.0"));

        var before = revision(intervention, 1);
        var after = revision(intervention, 2);
        assertThat(after).containsEntry("target_version", "24.3.0").containsEntry("number", 2);
        List.of("number", "submitted_at", "target_version", "findings", "approvals_from", "consent_from")
                .forEach(column -> {
                    before.remove(column);
                    after.remove(column);
                });
        assertThat(after).isEqualTo(before);
    }

    @ParameterizedTest(name = "an hour later {0}: {1}")
    @CsvSource({
        // The first submission was exactly 48 hours before the window.
        "2027-02-04T22:00, ",
        "2027-02-04T22:59, LEAD_TIME ERROR",
        "2027-02-04T23:00, "
    })
    void leadTimeCountsFromTheRevisionThatSetTheWindow(String window, String finding) {
        lifecycle.now(EVENING);
        var intervention =
                lifecycle.submitted(Map.of("targetVersion", "25.0.0", "windowStartLocal", "2027-02-04T22:00"));
        assertThat(intervention.findings()).containsExactly("MAJOR_VERSION ERROR");
        lifecycle.now(EVENING.plus(Duration.ofHours(1)));

        amend(intervention, Map.of("targetVersion", "24.2.0", "windowStartLocal", window));

        assertThat(intervention.findings()).isEqualTo(finding == null ? List.of() : List.of(finding));
        assertThat(moment(intervention, 2, "window_set_at"))
                .isEqualTo(window.equals("2027-02-04T22:00") ? "2027-02-02T21:00:00Z" : "2027-02-02T22:00:00Z");
    }

    @ParameterizedTest(name = "after approvals and reschedule, {0} = {1}: {2}")
    @CsvSource({
        "reason,           Another reason,   1, 1",
        "downtimeMinutes,  30,               1, 1",
        "windowStartLocal, 2027-02-07T22:00, 1, 2",
        "downtimeMinutes,  50,               2, 2",
        "targetVersion,    24.3.0,           2, 2"
    })
    void saysWhatItVoids(String field, String value, int approvals, int consent) {
        var intervention = lifecycle
                .agreed()
                .changes("project", "RESCHEDULE", "Another day")
                .continues();
        assertThat(intervention.waitsAt()).containsExactly(REVISE_REQUEST);

        amend(intervention, Map.of(field, value)).continues();

        assertThat(revision(intervention, 2))
                .containsEntry("approvals_from", approvals)
                .containsEntry("consent_from", consent);
        assertThat(intervention.value("effectiveRisk")).isEqualTo(approvals == 1 ? "MEDIUM" : null);
        assertThat(intervention.waitsAt().contains(APPROVE_PRODUCT)).isEqualTo(approvals == 2);
        assertThat(intervention.waitsAt().contains(OBTAIN_CLIENT_CONSENT)).isEqualTo(approvals == 1 && consent == 2);
    }

    @Test
    void newFindingOfAMovedWindowVoidsTheApprovals() {
        var intervention =
                lifecycle.approved().changes("project", "RESCHEDULE", "Sooner").continues();

        amend(intervention, Map.of("windowStartLocal", "2027-02-03T22:00"));

        assertThat(intervention.findings()).containsExactly("LEAD_TIME ERROR");
        assertThat(revision(intervention, 2)).containsEntry("approvals_from", 2);

        amend(intervention, Map.of("windowStartLocal", "2027-02-08T22:00"));

        // Without the finding, it is again what both teams approved.
        assertThat(revision(intervention, 3)).containsEntry("approvals_from", 1).containsEntry("consent_from", 3);
        assertThat(intervention.value("effectiveRisk")).isEqualTo("MEDIUM");
        assertThat(intervention.continues().waitsAt()).containsExactly(OBTAIN_CLIENT_CONSENT);
    }

    @Test
    void planThatComesBackIsTheOneThatWasApprovedAndAgreed() {
        var intervention =
                lifecycle.agreed().changes("project", "RESCHEDULE", "Sooner").continues();
        amend(intervention, Map.of("windowStartLocal", "2027-02-03T22:00"));

        amend(intervention, Map.of("windowStartLocal", Lifecycle.TEN_AT_NIGHT.toString()));

        assertThat(revision(intervention, 3)).containsEntry("approvals_from", 1).containsEntry("consent_from", 1);
        assertThat(intervention.value("effectiveRisk")).isEqualTo("MEDIUM");
        assertThat(intervention.value("consentHolds")).isEqualTo(true);
    }

    @Test
    void twoStepsAreJudgedAsOne() {
        var intervention =
                lifecycle.agreed().changes("project", "RESCHEDULE", "Sooner").continues();
        amend(intervention, Map.of("windowStartLocal", "2027-02-03T22:00", "reason", "Sooner"));

        amend(intervention, Map.of("windowStartLocal", "2027-02-03T23:00"));

        assertThat(intervention.findings()).containsExactly("LEAD_TIME ERROR");
        assertThat(revision(intervention, 3)).containsEntry("approvals_from", 3).containsEntry("consent_from", 3);
        intervention.completes("support", REVISE_REQUEST, except("The client asks for it"));
        assertThat(intervention.waitsAt()).contains(APPROVE_PRODUCT, APPROVE_PROJECT);
    }

    @Test
    void exceptionHoldsAsLongAsWindowAndVersionStay() {
        var intervention = lifecycle.requested(Map.of("windowStartLocal", "2027-02-03T22:00"));
        intervention
                .completes("support", REVISE_REQUEST, except("The client asks for it"))
                .approves();
        intervention.changes("project", "RESCHEDULE", "A text is wrong").continues();
        assertThat(offered(intervention)).isEqualTo(false);

        amend(intervention, Map.of("plan", "Stop, install, start"));

        assertThat(intervention.findings()).containsExactly("LEAD_TIME ERROR");
        assertThat(intervention.value("exceptionReason")).isEqualTo("The client asks for it");
        assertThat(revision(intervention, 2))
                .containsEntry("exception_by", "support")
                .containsEntry("exception_reason", "The client asks for it")
                .containsEntry("approvals_from", 1);
        assertThat(intervention.value("effectiveRisk")).isEqualTo("MEDIUM");
        assertThat(intervention.continues().waitsAt()).containsExactly(OBTAIN_CLIENT_CONSENT);
    }

    @Test
    void secondExceptionIsTheApproversToRead() {
        var intervention = lifecycle.requested(Map.of("windowStartLocal", "2027-02-03T22:00"));
        intervention.completes("support", REVISE_REQUEST, except("The client asks for it"));
        intervention
                .approves()
                .changes("project", "RESCHEDULE", "An hour later")
                .continues();
        amend(intervention, Map.of("windowStartLocal", "2027-02-03T23:00"));
        assertThat(intervention.value("exceptionReason")).isNull();
        assertThat(offered(intervention)).isEqualTo(true);

        intervention.completes("support", REVISE_REQUEST, except("An hour does no harm"));

        assertThat(revision(intervention, 2)).containsEntry("approvals_from", 2);
        assertThat(intervention.value("effectiveRisk")).isNull();
        assertThat(intervention.waitsAt()).contains(APPROVE_PRODUCT, APPROVE_PROJECT);
    }

    @Test
    void approvalThatWasTooLateStaysSoWhileTheWindowStays() {
        var intervention = lifecycle.requested(Map.of());
        intervention.at(intervention.moment("consentDeadline"));
        assertThat(offered(intervention)).isEqualTo(true);

        amend(intervention, Map.of("plan", "Stop, install, start"));

        assertThat(intervention.waitsAt()).containsExactly(REVISE_REQUEST);
        assertThat(intervention.findings()).containsExactly("TOO_LATE_FOR_CONSENT ERROR");
        intervention.completes("support", REVISE_REQUEST, except("They were on leave"));
        assertThat(intervention.waitsAt()).contains(APPROVE_PRODUCT, APPROVE_PROJECT);
    }

    @Test
    void exceptionIsOnRecordAndEndsWithItsRevision() {
        var intervention = lifecycle.requested(Map.of("windowStartLocal", "2027-02-03T22:00"));
        intervention.completes("project", REVISE_REQUEST, except("The client asks for it"));
        assertThat(revision(intervention, 1))
                .containsEntry("exception_by", "project")
                .containsEntry("exception_reason", "The client asks for it");

        intervention.changes("support", "RESCHEDULE", "Later after all").continues();
        assertThatThrownBy(() -> intervention.completes("support", REVISE_REQUEST, except("Again")))
                .rootCause()
                .hasMessage(
                        "requesterDecision: 'EXCEPT' is not possible, as no finding stands in the way; give AMEND or WITHDRAW");

        amend(intervention, Map.of("windowStartLocal", "2027-02-07T22:00"));
        assertThat(intervention.value("exceptionReason")).isNull();
        assertThat(revision(intervention, 2)).containsEntry("exception_reason", null);
        assertThat(revision(intervention, 1)).containsEntry("exception_reason", "The client asks for it");
    }

    @Test
    void lateApprovalsAreExceptedBesideWhatWasExceptedBefore() {
        var intervention = lifecycle.requested(Map.of("windowStartLocal", "2027-02-04T07:00"));
        intervention.completes("support", REVISE_REQUEST, except("Before the audit"));
        intervention.at(intervention.moment("consentDeadline"));
        assertThat(intervention.findings()).containsExactly("LEAD_TIME ERROR", "TOO_LATE_FOR_CONSENT ERROR");

        intervention.completes("support", REVISE_REQUEST, except("They were on leave"));

        assertThat(revision(intervention, 1))
                .containsEntry("exception_reason", "Before the audit\n\nThey were on leave");
        assertThat(intervention.waitsAt()).containsExactly(APPROVE_PRODUCT, APPROVE_PROJECT);
    }

    @Test
    void windowThatHasPassedCannotBeExcepted() {
        var intervention = lifecycle.requested(Map.of("windowStartLocal", "2027-02-03T22:00"));
        lifecycle.now(intervention.moment("windowStart"));

        assertThatThrownBy(() -> intervention.completes("support", REVISE_REQUEST, except("Please")))
                .rootCause()
                .hasMessage(
                        "requesterDecision: 'EXCEPT' is not possible, as the window of 2027-02-03 22:00 (Europe/Madrid) has passed; give AMEND with a new window, or WITHDRAW");
    }

    @Test
    void withdrawalNotesWhoEndedIt() {
        var intervention = lifecycle.requested(Map.of("windowStartLocal", "2027-02-03T22:00"));

        intervention.completes("manager", REVISE_REQUEST, Map.of("requesterDecision", "WITHDRAW"));

        assertThat(intervention.value("endedBy")).isEqualTo("manager");
        assertThat(intervention.continues().outcome()).isEqualTo("WITHDRAWN");
    }

    @Test
    void amendmentStaysWithItsInstance() {
        var intervention = lifecycle.requested(Map.of("windowStartLocal", "2027-02-03T22:00"));

        assertThatThrownBy(() -> amend(intervention, Map.of("instanceCode", "ACME-PRO")))
                .rootCause()
                .hasMessage(
                        "instanceCode: 'ACME-PRO' is another instance; %s stays with %s, so withdraw it and request anew",
                        intervention.key(), intervention.value("instanceCode"));
    }

    @Test
    void amendmentSeesWhatTheInstanceRunsNow() {
        var intervention = lifecycle.requested(Map.of("windowStartLocal", "2027-02-03T22:00"));
        var instance = (String) intervention.value("instanceCode");
        lifecycle.states(instance, "24.1.7", "2027-02-02");

        amend(intervention, Map.of("windowStartLocal", "2027-02-06T22:00"));

        assertThat(intervention.value("fromVersion")).isEqualTo("24.1.7");
        assertThat(revision(intervention, 2)).containsEntry("from_version", "24.1.7");
        assertThat(intervention.moment("fromLastUpdate")).isEqualTo("2027-02-01T23:00:00Z");
    }

    @Test
    void amendmentMayShowThatAnotherProcedureIsRight() {
        var intervention = lifecycle.requested(Map.of("windowStartLocal", "2027-02-03T22:00"));

        amend(intervention, Map.of("flagPossible", true)).continues();

        assertThat(intervention.outcome()).isEqualTo("NOT_TYPE_4");
    }

    @Test
    void offsetOfTheOldWindowMeansNothingToANewOne() {
        var intervention = lifecycle.requested(
                Map.of("targetVersion", "25.0.0", "windowStartLocal", "2027-10-31T02:30", "windowOffset", "+01:00"));
        assertThat(intervention.moment("windowStart")).isEqualTo("2027-10-31T01:30:00Z");

        amend(intervention, Map.of("downtimeMinutes", 30));
        assertThat(intervention.moment("windowStart")).isEqualTo("2027-10-31T01:30:00Z");
        amend(intervention, Map.of("windowStartLocal", "2027-10-31T03:30"));

        assertThat(intervention.moment("windowStart")).isEqualTo("2027-10-31T02:30:00Z");
        assertThat(intervention.value("windowOffset")).isNull();
    }

    @Test
    void causeOfAnEarlierRevisionIsForgottenWhenTheCheckLeadsBack() {
        var intervention =
                lifecycle.approved().changes("project", "RESCHEDULE", "Sooner").continues();
        assertThat(intervention.value("replanCause")).isEqualTo("RESCHEDULED");

        amend(intervention, Map.of("windowStartLocal", "2027-02-03T22:00"));

        assertThat(intervention.waitsAt()).containsExactly(REVISE_REQUEST);
        assertThat(intervention.value("replanCause")).isNull();
    }

    @Test
    void configurationChangeIsAlwaysAnUpdate() {
        var intervention = lifecycle.requested(Map.of(
                "changeKind",
                "APACHE",
                "targetVersion",
                Lifecycle.LEFT_OUT,
                "severity",
                "BLOCKER",
                "reportedAt",
                "2027-02-02T08:45:00Z",
                "bigChanges",
                true));

        assertThat(intervention.value("route")).isEqualTo("UPDATE");
        assertThat(intervention.value("rightProcedure")).isEqualTo("TYPE_4");
        assertThat(intervention.moment("targetMoment")).isEqualTo("2027-02-02T09:15:00Z");
        assertThat(intervention.findings()).isEmpty();
    }

    @Test
    void ofTwoRequestsAtTheSameInstantExactlyOneFindsTheOther() throws Exception {
        lifecycle.now(Lifecycle.MORNING);
        for (int round = 0; round < 50; round++) {
            var instance = lifecycle.newInstance();
            var together = new CyclicBarrier(2);
            var people = Executors.newFixedThreadPool(2);
            var requests = new ArrayList<Future<Lifecycle.Intervention>>();
            for (var person : List.of("support", "product")) {
                requests.add(people.submit(() -> {
                    together.await();
                    return lifecycle.requestedBy(person, Map.of("instanceCode", instance));
                }));
            }
            people.shutdown();

            var first = requests.get(0).get();
            var second = requests.get(1).get();

            assertThat(first.key()).isNotEqualTo(second.key());
            var findings = new ArrayList<>(first.findings());
            findings.addAll(second.findings());
            assertThat(findings).as("round %d", round).containsExactly("SAME_INSTANCE ERROR");
        }
    }

    @Test
    void supportWindowOfAnotherInterventionIsOnlyAWarning() {
        var other = lifecycle.inSupport();

        var intervention = lifecycle.submitted(Map.of(
                "instanceCode",
                other.value("instanceCode"),
                "targetVersion",
                "24.3.0",
                "windowStartLocal",
                "2027-02-20T22:00"));

        assertThat(intervention.findings()).containsExactly("SAME_INSTANCE WARNING");
        assertThat(intervention.waitsAt()).containsExactly(APPROVE_PRODUCT, APPROVE_PROJECT);
    }

    private static Lifecycle.Intervention amend(Lifecycle.Intervention intervention, Map<String, ?> changes) {
        var answer = new HashMap<String, Object>(changes);
        answer.put("requesterDecision", "AMEND");
        return intervention.completes("support", REVISE_REQUEST, answer);
    }

    /** Whether the form offers an exception. */
    private Object offered(Lifecycle.Intervention intervention) {
        return tasks.getVariableLocal(intervention.task(REVISE_REQUEST).getId(), "exceptionOffered");
    }

    private static Map<String, Object> except(String reason) {
        return Map.of("requesterDecision", "EXCEPT", "exceptionReason", reason);
    }

    private Map<String, Object> revision(Lifecycle.Intervention intervention, int number) {
        return database.sql("select * from revision where intervention_key = ? and number = ?")
                .params(intervention.key(), number)
                .query()
                .singleRow();
    }

    private Instant moment(Lifecycle.Intervention intervention, int number, String column) {
        return ((OffsetDateTime) revision(intervention, number).get(column)).toInstant();
    }
}
