package com.athento.deployment.process;

import static com.athento.deployment.process.Elements.ACCEPT_OR_HOTFIX;
import static com.athento.deployment.process.Elements.CLOSE_INTERVENTION;
import static com.athento.deployment.process.Elements.CONFIRM_ROLLBACK;
import static com.athento.deployment.process.Elements.DEPLOY;
import static com.athento.deployment.process.Elements.RESOLVE_INCIDENT;
import static com.athento.deployment.process.Elements.REVISE_REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.ladder.Ladders;
import com.athento.deployment.record.Interventions;
import com.athento.deployment.record.Records;
import com.athento.deployment.record.Revision;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Flags guard a change: named in the request, set by the deployment, and the first way out of trouble. */
class FlagPathsTest extends PathsTest {

    private static final String SIGN = """
            {"kind": "OPERATION_OFF", "name": "sign", "before": "off", "planned": "on", "how": "Console"}""";
    private static final String SEARCH = """
            {"kind": "LOCAL_SETTINGS", "name": "SEARCH", "before": "1", "planned": "2", "how": "Edit, reload"}""";
    private static final Map<String, Object> BOTH = Map.of("flags", "[%s, %s]".formatted(SIGN, SEARCH));

    @Autowired
    TaskService tasks;

    @Autowired
    Records records;

    @Autowired
    Interventions interventions;

    @Autowired
    Ladders ladders;

    @Test
    void deploymentLeavesThemAsPlannedOrAsItSays() {
        var intervention = deployed(BOTH, Map.of());
        assertThat(states(intervention)).containsExactly("sign on", "SEARCH 2");

        var other = deployed(BOTH, Map.of("flagsAfter", List.of(Map.of("name", "SEARCH", "after", "3"))));
        assertThat(states(other)).containsExactly("sign on", "SEARCH 3");
    }

    @Test
    void noStepSpeaksOfOthers() {
        var intervention = started(BOTH);
        assertRefused(() -> intervention.completes(
                        "systems",
                        DEPLOY,
                        Map.of("deploymentResult", "DEPLOYED", "flagsAfter", "[{\"name\":\"sing\",\"after\":\"on\"}]")))
                .isEqualTo("flagsAfter: 'sing' is no flag of this request; give one of sign, SEARCH");
        assertThat(states(intervention)).containsExactly("sign off", "SEARCH 1");

        var none = started(Map.of());
        assertRefused(() -> none.completes(
                        "systems",
                        DEPLOY,
                        Map.of("deploymentResult", "DEPLOYED", "flagsAfter", "[{\"name\":\"sign\",\"after\":\"on\"}]")))
                .isEqualTo("flagsAfter: 'sign' is not possible, since the request names no flags; leave it out");
    }

    @Test
    void gateMaySwitchOneOffAndAcceptTheRest() {
        var intervention = deployed(BOTH, Map.of()).battery(100, 90, 10).continues();
        assertThat(ladder(intervention)).startsWith("FLAG_OFF 0 true").endsWith("ROLLBACK 15 true");

        intervention.completes(
                "product",
                ACCEPT_OR_HOTFIX,
                Map.of("hotfixDecision", "ACCEPT", "flagsAfter", "[{\"name\":\"sign\",\"after\":\"off\"}]"));

        assertThat(states(intervention)).containsExactly("sign off", "SEARCH 2");
    }

    @Test
    void incidentEndsWithTheOnlyFlagOrWithTheOneThatIsNamed() {
        var one = deployed(Map.of("flags", "[" + SIGN + "]"), Map.of())
                .passes()
                .reports("Signing hangs", "MAJOR")
                .completes("support", RESOLVE_INCIDENT, Map.of("incidentResolution", "FLAG_OFF"));
        assertThat(states(one)).containsExactly("sign off");

        var two = deployed(BOTH, Map.of()).passes().reports("Signing hangs", "MAJOR");
        assertRefused(() -> two.completes("support", RESOLVE_INCIDENT, Map.of("incidentResolution", "FLAG_OFF")))
                .isEqualTo("flagsAfter: missing; say which of sign, SEARCH was switched off, and its state now");
        two.completes(
                "support",
                RESOLVE_INCIDENT,
                Map.of("incidentResolution", "FLAG_OFF", "flagsAfter", "[{\"name\":\"SEARCH\",\"after\":\"1\"}]"));
        assertThat(states(two)).containsExactly("sign on", "SEARCH 1");
    }

    @Test
    void closingDraftNamesThoseThatAreNotAsTheyShouldBe() {
        var kept = deployed(BOTH, Map.of("flagsAfter", List.of(Map.of("name", "SEARCH", "after", "1"))))
                .passes()
                .supportEnds();
        assertThat(draft(kept))
                .contains("FEATURE FLAGS PENDIENTES\n- SEARCH está en «1»; debería estar en «2».\n")
                .doesNotContain("sign está");

        var back = deployed(BOTH, Map.of())
                .battery(100, 79, 21)
                .continues()
                .rollsBack()
                .continues();
        assertThat(draft(back))
                .contains(
                        "- sign está en «on»; debería estar en «off».", "- SEARCH está en «2»; debería estar en «1».");

        var planned = deployed(BOTH, Map.of()).passes().supportEnds();
        assertThat(draft(planned)).doesNotContain("FEATURE FLAGS");
    }

    @Test
    void laddersOfAnInstanceLearnFromWhatItTook() {
        var first = deployed(Map.of(), Map.of()).battery(100, 90, 10).continues();
        var instance = first.value("instanceCode");
        first.completes("product", ACCEPT_OR_HOTFIX, Map.of("hotfixDecision", "HOTFIX"))
                .after(Duration.ofSeconds(6 * 60 + 59))
                .completes("systems", Elements.APPLY_HOTFIX, Map.of("hotfixReference", "HF-1"))
                .battery(100, 79, 21)
                .continues()
                .after(Duration.ofMinutes(2))
                .rollsBack()
                .continues()
                .closes();

        var next = lifecycle.submitted(Map.of("instanceCode", instance, "windowStartLocal", "2027-02-20T22:00"));
        assertThat(ladder(next)).containsExactly("FLAG_OFF 0 false", "HOTFIX 6 true", "ROLLBACK 12 true");
    }

    @Test
    void rollbackIsConfirmedBelowTheLadder() {
        var intervention = deployed(BOTH, Map.of())
                .passes()
                .reports("Documents are lost", "BLOCKER")
                .completes("support", RESOLVE_INCIDENT, Map.of("incidentResolution", "ROLL_BACK"));

        assertWaiting(intervention).contains(CONFIRM_ROLLBACK);
        // 20 minutes are spent: 40 are left.
        assertThat(ladder(intervention)).startsWith("FLAG_OFF 0 true").endsWith("ROLLBACK 15 true");
    }

    @Test
    void otherFlagsKeepApprovalsAndAreAChangeOfThePlan() {
        var intervention = lifecycle.approved(BOTH);
        intervention
                .changes("support", "RESCHEDULE", "Flags")
                .completes("support", REVISE_REQUEST, Map.of("requesterDecision", "AMEND", "flags", "[" + SIGN + "]"));

        var revisions = records.revisions(intervention.key());
        assertThat(revisions.get(1).approvalsFrom()).isEqualTo(1);
        assertThat(revisions.get(1).since(revisions.get(0)))
                .extracting(Revision.Difference::field)
                .containsExactly("flags");
        assertThat(states(intervention)).containsExactly("sign off");
    }

    @Test
    void noExceptionForOtherFlagsThanTheCheckSaw() {
        var intervention =
                lifecycle.requested(Map.of("windowStartLocal", "2027-02-03T22:00", "flags", BOTH.get("flags")));
        assertRefused(() -> intervention.completes(
                        "support",
                        REVISE_REQUEST,
                        Map.of("requesterDecision", "EXCEPT", "exceptionReason", "Now", "flags", "[" + SIGN + "]")))
                .startsWith("flags: ");
        intervention.completes(
                "support",
                REVISE_REQUEST,
                Map.of("requesterDecision", "EXCEPT", "exceptionReason", "Now", "flags", BOTH.get("flags")));
    }

    @Test
    void flagsThatAreNoneAreRefusedWithAllThatIsWrong() {
        assertRefused(() -> lifecycle.requested(Map.of("flags", "[{\"kind\":\"OFF\"}]", "downtimeMinutes", 61)))
                .contains("flags: 1. kind: 'OFF' is not known; give one of SERIES_PERMISSION")
                .contains("downtimeMinutes");
    }

    private Lifecycle.Intervention started(Map<String, ?> request) {
        return lifecycle.approved(request).agrees().windowOpens().starts();
    }

    private Lifecycle.Intervention deployed(Map<String, ?> request, Map<String, ?> after) {
        var answers = new HashMap<String, Object>(after);
        answers.put("deploymentResult", "DEPLOYED");
        return started(request).after(Duration.ofMinutes(20)).completes("systems", DEPLOY, answers);
    }

    private List<String> states(Lifecycle.Intervention intervention) {
        return records.flags(intervention.key()).stream()
                .map(flag -> flag.name() + " " + flag.state())
                .toList();
    }

    private List<String> ladder(Lifecycle.Intervention intervention) {
        return ladders.of(interventions.find(intervention.key()).orElseThrow()).stream()
                .map(rung -> "%s %d %s".formatted(rung.way(), rung.minutes(), rung.fits()))
                .toList();
    }

    private String draft(Lifecycle.Intervention intervention) {
        return (String)
                tasks.getVariableLocal(intervention.task(CLOSE_INTERVENTION).getId(), "closingDraft");
    }
}
