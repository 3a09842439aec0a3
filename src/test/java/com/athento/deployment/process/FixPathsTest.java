package com.athento.deployment.process;

import static com.athento.deployment.process.Elements.APPROVE_PRODUCT;
import static com.athento.deployment.process.Elements.APPROVE_PROJECT;
import static com.athento.deployment.process.Elements.CONFIRM_ROLLBACK;
import static com.athento.deployment.process.Elements.RESOLVE_INCIDENT;
import static com.athento.deployment.process.Elements.REVISE_REQUEST;
import static com.athento.deployment.process.Elements.ROLL_BACK;
import static com.athento.deployment.process.Elements.RUN_QA_BATTERY;
import static com.athento.deployment.process.Elements.START_DEPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Version;
import com.athento.deployment.process.Lifecycle.Intervention;
import com.athento.deployment.record.Examples;
import com.athento.deployment.record.TextsOnRecord;
import com.athento.deployment.register.Patch;
import com.athento.deployment.register.Register;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is on an instance is never lost in silence. */
class FixPathsTest extends PathsTest {

    private static final String ALL = """
            [{"reference": "HF-1", "answer": "CONTAINED"}, {"reference": "HF-2", "answer": "REAPPLIED"},
             {"reference": "HF-3", "answer": "GIVEN_UP"}]""";

    @Autowired
    Register register;

    @Autowired
    JdbcClient database;

    @Test
    void whatIsNotAnsweredStopsTheRequestUntilItIs() {
        var intervention = lifecycle.requested(onInstance("HF-1", "HF-2", "HF-3"));
        assertWaiting(intervention).containsExactly(REVISE_REQUEST);
        assertThat(intervention.findings()).containsExactly("FIX_LOST ERROR");

        intervention.completes("support", REVISE_REQUEST, amended("""
                [{"reference": "HF-1", "answer": "CONTAINED"}, {"reference": "HF-3", "answer": "GIVEN_UP"}]"""));
        assertThat(message(intervention))
                .isEqualTo(
                        "Version 24.2.0 would take HF-2 from %s: say of this fix whether the version contains it, whether it is applied again afterwards, or whether it is given up",
                        instance(intervention));

        intervention.completes("support", REVISE_REQUEST, amended(ALL));
        assertThat(intervention.findings()).isEmpty();
        assertWaiting(intervention).containsExactly(APPROVE_PRODUCT, APPROVE_PROJECT);
    }

    @Test
    void whatIsNotSentKeepsItsAnswer() {
        var intervention = lifecycle.requested(with(onInstance("HF-1"), """
                [{"reference": "HF-1", "answer": "CONTAINED"}]"""));

        intervention
                .approves()
                .changes("support", "RESCHEDULE", "Another day")
                .continues()
                .completes(
                        "support",
                        REVISE_REQUEST,
                        Map.of("requesterDecision", "AMEND", "windowStartLocal", "2027-02-13T22:00"));

        assertThat(intervention.findings()).isEmpty();
        assertThat(answers(intervention)).containsExactly("HF-1 CONTAINED", "HF-1 CONTAINED");
    }

    @Test
    void anotherAnswerLeavesWhatWasApproved() {
        var intervention = lifecycle.requested(with(onInstance("HF-1"), """
                [{"reference": "HF-1", "answer": "CONTAINED"}]"""));
        intervention
                .approves()
                .agrees()
                .changes("support", "RESCHEDULE", "It is not contained")
                .continues();

        intervention.completes("support", REVISE_REQUEST, amended("""
                [{"reference": "HF-1", "answer": "REAPPLIED"}]""")).continues();

        assertThat(intervention.value("approvalsHold")).isEqualTo(true);
        assertThat(intervention.value("consentHolds")).isEqualTo(true);
        assertThat(intervention.mails())
                .filteredOn(mail -> mail.equals("window-confirmed to CONTACT"))
                .hasSize(2);
    }

    @Test
    void takesThemHoweverTheyCome() {
        var request = onInstance("HF-1");
        var json = "[{\"reference\": \" HF-1 \", \"answer\": \"GIVEN_UP\"}]";
        for (var fixes : List.of(
                json,
                List.of(Map.of("reference", "HF-1", "answer", "GIVEN_UP")),
                org.camunda.bpm.engine.variable.Variables.untypedValue(
                        List.of(Map.of("reference", "HF-1", "answer", "GIVEN_UP"))),
                SpinValues.jsonValue(json).create())) {
            var typed = org.camunda.bpm.engine.variable.Variables.createVariables();
            typed.putAll(lifecycle.request());
            typed.putAll(request);
            typed.put("fixes", fixes);
            lifecycle.now(Lifecycle.MORNING);
            var intervention = lifecycle.starts("support", typed);
            assertThat(intervention.findings()).doesNotContain("FIX_LOST ERROR");
            assertThat(answers(intervention)).containsExactly("HF-1 GIVEN_UP");
        }
    }

    @Test
    void refusesWhatNobodyAsked() {
        var request = onInstance("HF-1", "HF-2");
        refused(request, "[{\"reference\": \"HF-9\", \"answer\": \"CONTAINED\"}]")
                .isEqualTo("fixes: 'HF-9' is no fix on the instance; answer those that are: HF-1, HF-2");
        refused(request, "[{\"reference\": \"HF-1\", \"answer\": \"MAYBE\"}]")
                .isEqualTo("fixes: 1. answer: 'MAYBE' is not known; give one of CONTAINED, REAPPLIED, GIVEN_UP");
        refused(
                        request,
                        "[{\"reference\": \"HF-1\", \"answer\": \"CONTAINED\"}, {\"reference\": \"HF-1 \", \"answer\": \"CONTAINED\"}]")
                .isEqualTo("fixes: 'HF-1' stands there twice; once is enough");
        for (var broken : List.of("{", "HF-1", "{}", "[1]", "[null]", "[{\"reference\": \"HF-1\"}]", "true")) {
            refused(request, broken).startsWith("fixes: ").contains("; give ");
        }
        refused(onInstance(), "[{\"reference\": \"HF-1\", \"answer\": \"CONTAINED\"}]")
                .isEqualTo("fixes: 'HF-1' is no fix on the instance, which has none; leave it out");
    }

    @Test
    void aChangeThatMovesNoVersionLosesNothing() {
        var request = onInstance("HF-1");
        request.putAll(Map.of("changeKind", "APACHE", "targetVersion", Lifecycle.LEFT_OUT));

        assertThat(lifecycle.requested(request).findings()).isEmpty();
        refused(request, "[{\"reference\": \"HF-1\", \"answer\": \"CONTAINED\"}]")
                .isEqualTo("fixes: 'HF-1' does not go with APACHE, which leaves every fix where it is; give none");
    }

    @Test
    void aKeptVersionClearsWhatItContainsAndARollbackBringsItBack() {
        var intervention = lifecycle.requested(with(onInstance("HF-1", "HF-2", "HF-3"), ALL));
        intervention.approves().agrees().windowOpens().starts().deploys();
        confirms(intervention, "[\"HF-2\"]");
        intervention.continues();
        assertThat(list(intervention)).containsExactly("HF-2");

        intervention
                .reports("Search is slow", "MINOR")
                .completes(
                        "support",
                        RESOLVE_INCIDENT,
                        Map.of("incidentResolution", "HOTFIX", "ticketNumber", "T-7", "resolutionNotes", "New index"));
        assertThat(list(intervention)).containsExactly("HF-2", "T-7");

        intervention
                .after(Duration.ofMinutes(1))
                .reports("Documents are lost", "BLOCKER")
                .completes("support", RESOLVE_INCIDENT, Map.of("incidentResolution", "ROLL_BACK"))
                .completes("manager", CONFIRM_ROLLBACK, Map.of("rollbackConfirmed", true))
                .continues()
                .completes("systems", ROLL_BACK, Map.of("runningVersion", "PREVIOUS"))
                .continues();
        assertThat(list(intervention)).containsExactly("HF-1", "HF-2", "HF-3");
    }

    @Test
    void theNewVersionThatRunsOnKeepsItsHotfixes() {
        var intervention = lifecycle.requested(with(onInstance("HF-1"), """
                [{"reference": "HF-1", "answer": "GIVEN_UP"}]"""));
        intervention.approves().agrees().windowOpens().starts().deploys().passes();
        intervention
                .reports("Search is slow", "MINOR")
                .completes("support", RESOLVE_INCIDENT, Map.of("incidentResolution", "HOTFIX"))
                .after(Duration.ofMinutes(1))
                .reports("Documents are lost", "BLOCKER")
                .completes("support", RESOLVE_INCIDENT, Map.of("incidentResolution", "ROLL_BACK"))
                .completes("manager", CONFIRM_ROLLBACK, Map.of("rollbackConfirmed", true))
                .continues()
                .completes("systems", ROLL_BACK, Map.of("runningVersion", "NEW"))
                .passes();

        assertThat(list(intervention)).containsExactly("Search is slow");
    }

    @Test
    void theBatteryIsNotFinishedBeforeEachIsConfirmed() {
        var intervention = lifecycle.requested(with(onInstance("HF-1", "HF-2"), """
                [{"reference": "HF-1", "answer": "REAPPLIED"}, {"reference": "HF-2", "answer": "REAPPLIED"}]"""));
        intervention.approves().agrees().windowOpens().starts().deploys();

        assertRefused(() -> intervention.passes())
                .isEqualTo(
                        "fixesReapplied: HF-1 and HF-2 are to be applied again and nobody has confirmed it; see to each, then finish the battery");
        assertRefused(() -> confirms(intervention, "[\"HF-2\"]"))
                .isEqualTo(
                        "fixesReapplied: HF-1 is to be applied again and nobody has confirmed it; see to it, then finish the battery");
        assertRefused(() -> confirms(intervention, "[\"HF-1\", \"HF-2\", \"HF-3\"]"))
                .isEqualTo("fixesReapplied: 'HF-3' is not to be applied again; confirm those that are: HF-1, HF-2");
        assertRefused(() -> confirms(intervention, "HF-1")).startsWith("fixesReapplied: 'HF-1' is no list");

        // Figures so far may be sent without.
        intervention.completes("qa", RUN_QA_BATTERY, Lifecycle.qa(100, 50, 0, 0, 50, false));
        confirms(intervention, List.of("HF-2", "HF-1"));

        assertThat(database.sql(
                                "select fixes_reapplied from qa_run where intervention_key = ? order by id desc fetch first 1 rows only")
                        .param(intervention.key())
                        .query(String.class)
                        .single())
                .isEqualTo("HF-2\nHF-1");
    }

    @Test
    void whatJoinsAfterTheRequestStopsTheStart() {
        var intervention = lifecycle.requested(with(onInstance("HF-1"), """
                [{"reference": "HF-1", "answer": "CONTAINED"}]"""));
        intervention.approves().agrees();
        register.addPatch(instance(intervention), "INT-2027-0001-X", lifecycle.now(), Examples.patch("HF-8", null));
        intervention.windowOpens();
        assertThat(intervention.findings()).containsExactly("FIX_LOST ERROR");

        assertRefused(intervention::starts)
                .contains("HF-8")
                .contains("postpone")
                .doesNotContain("HF-1");
        lifecycle.unclaims(intervention.task(START_DEPLOYMENT));
        assertRefused(() -> intervention.completes("manager", START_DEPLOYMENT, Map.of("startDecision", "START")))
                .startsWith("startReason: missing");
        lifecycle.unclaims(intervention.task(START_DEPLOYMENT));

        intervention
                .completes("systems", START_DEPLOYMENT, Map.of("startDecision", "POSTPONE", "startReason", "HF-8 came"))
                .continues()
                .completes("support", REVISE_REQUEST, amended("""
                        [{"reference": "HF-1", "answer": "CONTAINED"}, {"reference": "HF-8", "answer": "REAPPLIED"}]""", Map.of("windowStartLocal", "2027-02-13T22:00")));
        assertThat(intervention.findings()).isEmpty();
    }

    @Test
    void whatAnExceptionCoversDoesNotStopTheStart() {
        var intervention = lifecycle.requested(onInstance("HF-1"));
        intervention.completes(
                "support",
                REVISE_REQUEST,
                Map.of("requesterDecision", "EXCEPT", "exceptionReason", "Nobody knows what HF-1 did"));
        intervention
                .continues()
                .approves()
                .agrees()
                .windowOpens()
                .starts()
                .deploys()
                .passes();

        assertThat(list(intervention)).containsExactly("HF-1");
    }

    @Test
    void theClientReadsWhatBecomesOfThem() {
        var intervention = lifecycle.requested(with(onInstance("HF-1", "HF-2", "HF-3"), ALL));
        intervention.approves();

        assertThat(letter(intervention, "consent-request"))
                .contains("- HF-1: se mantiene, la versión nueva la incluye")
                .contains("- HF-2: se vuelve a aplicar sobre la versión nueva")
                .contains("- HF-3: termina con la versión nueva")
                .doesNotContain("no figuran en las notas");

        intervention.agrees().windowOpens().starts().deploys();
        confirms(intervention, "[\"HF-2\"]");
        intervention.continues().supportEnds();
        assertThat(draft(intervention)).contains("- HF-2").doesNotContain("HF-1", "HF-3");
    }

    @Test
    void theClosingDraftLeavesOutWhatTheNotesHave() {
        var request = onInstance("HF-60", "HF-61");
        var before = database.sql("select fixes from product_version where line = 'SE' and same_as = '24.2'")
                .query(String.class)
                .single();
        notes(before + "\nHF-60");
        try {
            var intervention = lifecycle.requested(with(request, """
                    [{"reference": "HF-60", "answer": "REAPPLIED"}, {"reference": "HF-61", "answer": "REAPPLIED"}]"""));
            intervention.approves().agrees().windowOpens().starts().deploys();
            confirms(intervention, List.of("HF-60", "HF-61"));
            intervention.continues().supportEnds();

            assertThat(draft(intervention)).contains("- HF-61").doesNotContain("HF-60");
        } finally {
            notes(before);
        }
    }

    private void notes(String fixes) {
        database.sql("update product_version set fixes = ? where line = 'SE' and same_as = '24.2'")
                .param(fixes)
                .update();
    }

    private Map<String, Object> onInstance(String... references) {
        var instance = lifecycle.newInstance();
        for (var reference : references) {
            register.addPatch(
                    instance,
                    "INT-2026-0900-" + instance,
                    Lifecycle.MORNING.minus(Duration.ofDays(30)),
                    Examples.patch(reference, null));
        }
        return new HashMap<>(Map.of("instanceCode", instance));
    }

    private static Map<String, Object> with(Map<String, Object> request, Object fixes) {
        request.put("fixes", fixes);
        return request;
    }

    private static Map<String, Object> amended(Object fixes) {
        return amended(fixes, Map.of());
    }

    private static Map<String, Object> amended(Object fixes, Map<String, Object> others) {
        var answer = new HashMap<String, Object>(others);
        answer.put("requesterDecision", "AMEND");
        return with(answer, fixes);
    }

    private org.assertj.core.api.AbstractStringAssert<?> refused(Map<String, Object> request, String fixes) {
        return assertRefused(() -> lifecycle.requested(with(new HashMap<>(request), fixes)));
    }

    private static void confirms(Intervention intervention, Object references) {
        var answer = new HashMap<String, Object>(Lifecycle.qa(100, 100, 0, 0, 0, true));
        answer.put("fixesReapplied", references);
        intervention.completes("qa", RUN_QA_BATTERY, answer);
    }

    private String letter(Intervention intervention, String mail) {
        return TextsOnRecord.of(database, intervention.key(), mail).get(0).text();
    }

    private String draft(Intervention intervention) {
        return database.sql("select text_ from act_ru_variable where proc_inst_id_ = ? and name_ = 'closingDraft'")
                .param(intervention.id())
                .query(String.class)
                .single();
    }

    private static String instance(Intervention intervention) {
        return (String) intervention.value("instanceCode");
    }

    private List<String> list(Intervention intervention) {
        return register.patchesOnTopOf(new Version("24.1"), instance(intervention)).stream()
                .map(Patch::reference)
                .toList();
    }

    private List<String> answers(Intervention intervention) {
        return database.sql(
                        "select reference || ' ' || answer from revision_fix where intervention_key = ? order by revision, place")
                .param(intervention.key())
                .query(String.class)
                .list();
    }

    private static String message(Intervention intervention) {
        return Variables.FINDINGS
                .parse(intervention.value("findings"))
                .orElseThrow()
                .get(0)
                .message();
    }
}
