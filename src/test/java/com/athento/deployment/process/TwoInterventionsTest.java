package com.athento.deployment.process;

import static com.athento.deployment.process.Elements.CONFIRM_ROLLBACK;
import static com.athento.deployment.process.Elements.DEPLOY;
import static com.athento.deployment.process.Elements.RESOLVE_INCIDENT;
import static com.athento.deployment.process.Elements.REVISE_REQUEST;
import static com.athento.deployment.process.Elements.ROLL_BACK;
import static com.athento.deployment.process.Elements.START_DEPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.Lifecycle.Intervention;
import com.athento.deployment.register.Register;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two interventions of one instance: what the first leaves is what the second begins with. */
class TwoInterventionsTest extends PathsTest {

    @Autowired
    Register register;

    @Test
    void rollbackReturnsToWhatTheFirstPutThereMeanwhile() {
        var first = lifecycle.agreed();
        var second = another(first, "2027-02-10T22:00")
                .completes(
                        "support",
                        REVISE_REQUEST,
                        Map.of("requesterDecision", "EXCEPT", "exceptionReason", "The first will be settled by then"))
                .approves()
                .agrees();
        first.windowOpens().starts().deploys().passes();

        second.windowOpens();
        assertMayNotStart(second, "24.1.0", "24.2.0");
        revised(second, "2027-02-15T22:00").starts();

        assertThat(second.findings()).containsExactly("SAME_INSTANCE WARNING");
        assertThat(second.value("fromVersion")).isEqualTo("24.2.0");
        second.completes("systems", DEPLOY, Map.of("deploymentResult", "FAILED"))
                .rollsBack();
        assertRuns(second, "24.2.0", "2027-02-06");
    }

    @Test
    void rollbackReturnsToWhatTheRollbackOfTheFirstPutThereMeanwhile() {
        var first = lifecycle.inSupport();
        var second = another(first, "2027-02-10T22:00").approves().agrees();
        rollsBackInSupport(first);

        second.windowOpens();
        assertMayNotStart(second, "24.2.0", "24.1.0");
        revised(second, "2027-02-15T22:00").starts().deploys().passes();

        assertRuns(second, "24.3.0", "2027-02-15");
        rollsBackInSupport(second);
        assertRuns(second, "24.1.0", "2027-02-01");
    }

    private Intervention another(Intervention first, String windowStart) {
        lifecycle.proven("24.3.0");
        return lifecycle.submitted(Map.of(
                "instanceCode",
                first.value("instanceCode"),
                "targetVersion",
                "24.3.0",
                "windowStartLocal",
                windowStart));
    }

    private static void assertMayNotStart(Intervention intervention, String from, String running) {
        var sentence =
                "The upgrade to 24.3.0 was approved from %s, and %s runs %s now; postpone, then revise the request, so that teams and client are asked again"
                        .formatted(from, intervention.value("instanceCode"), running);
        assertThat(Variables.FINDINGS.parse(intervention.value("findings")).orElseThrow())
                .anySatisfy(finding -> assertThat(finding.message()).isEqualTo(sentence));
        assertRefused(intervention::starts).isEqualTo("startDecision: 'START' is not possible; " + sentence);
    }

    /** Teams and client are asked again: there is something to approve and to agree to. */
    private static Intervention revised(Intervention intervention, String windowStart) {
        return intervention
                .completes(
                        "systems",
                        START_DEPLOYMENT,
                        Map.of("startDecision", "POSTPONE", "startReason", "Another version runs"))
                .continues()
                .completes(
                        "support",
                        REVISE_REQUEST,
                        Map.of("requesterDecision", "AMEND", "windowStartLocal", windowStart))
                .approves()
                .agrees()
                .windowOpens();
    }

    private static void rollsBackInSupport(Intervention intervention) {
        intervention
                .reports("Documents are lost", "BLOCKER")
                .completes("support", RESOLVE_INCIDENT, Map.of("incidentResolution", "ROLL_BACK"))
                .completes("manager", CONFIRM_ROLLBACK, Map.of("rollbackConfirmed", true))
                .completes("systems", ROLL_BACK, Map.of("runningVersion", "PREVIOUS"));
    }

    private void assertRuns(Intervention intervention, String version, String since) {
        var instance =
                register.instance((String) intervention.value("instanceCode")).orElseThrow();
        assertThat(instance.version().text()).isEqualTo(version);
        assertThat(instance.lastUpdate()).contains(LocalDate.parse(since));
    }
}
