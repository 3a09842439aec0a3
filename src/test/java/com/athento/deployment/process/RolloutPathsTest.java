package com.athento.deployment.process;

import static com.athento.deployment.process.Elements.CLOSE_INTERVENTION;
import static com.athento.deployment.process.Elements.DEPLOY;
import static com.athento.deployment.process.Elements.RECOVER_INSTANCE;
import static com.athento.deployment.process.Elements.REVISE_REQUEST;
import static com.athento.deployment.process.Elements.ROLL_BACK;
import static com.athento.deployment.process.Elements.RUN_QA_BATTERY;
import static com.athento.deployment.process.Elements.START_DEPLOYMENT;
import static com.athento.deployment.process.Elements.WATCH_OVER_USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.athento.deployment.register.Register;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Step 5: deploy in the agreed window, and back again where it fails. */
class RolloutPathsTest extends PathsTest {

    @Autowired
    Register register;

    @Test
    void startRecordsTheActualStartAndThePointOfNoReturn() {
        var intervention = lifecycle.windowOpened();
        intervention.after(Duration.ofMinutes(7)).starts();

        assertWaiting(intervention).containsExactly(DEPLOY);
        var actualStart = intervention.moment("windowStart").plus(Duration.ofMinutes(7));
        assertThat(intervention.moment("actualStart")).isEqualTo(actualStart);
        assertThat(intervention.dueDateOf("point-of-no-return")).isEqualTo(actualStart.plus(Duration.ofMinutes(45)));
    }

    @Test
    void afterTheToleranceSystemsCanOnlyPostpone() {
        var intervention = lifecycle.windowOpened();
        lifecycle.now(intervention.moment("startUntil").plusSeconds(1));

        assertThatThrownBy(() -> intervention.starts())
                .hasMessageContaining("it could have started until 2027-02-06 22:30");
        intervention.completes(
                "systems", START_DEPLOYMENT, Map.of("startDecision", "POSTPONE", "startReason", "Nobody was there"));

        assertThat(intervention.waitsAt()).doesNotContain(START_DEPLOYMENT, DEPLOY);
    }

    @Test
    void afterTheToleranceAManagerStartsWithTheClientsYes() {
        var intervention = lifecycle.windowOpened();
        var latest = intervention.moment("startUntil");
        assertThat(latest).isEqualTo(intervention.moment("windowStart").plus(Duration.ofMinutes(30)));
        lifecycle.now(latest.plusSeconds(1));
        intervention.continues().after(Duration.ofHours(1));
        assertThat(intervention.mails()).containsOnlyOnce("start-overdue to MANAGERS");

        assertThatThrownBy(() -> intervention.completes("manager", START_DEPLOYMENT, Map.of("startDecision", "START")))
                .hasMessageContaining("who at the client said yes");
        intervention.completes(
                "manager",
                START_DEPLOYMENT,
                Map.of("startDecision", "START", "startReason", "Ana Ruiz agreed by phone"));

        assertWaiting(intervention).containsExactly(DEPLOY);
    }

    @Test
    void postponedStartNeedsAnotherWindow() {
        var intervention = lifecycle
                .windowOpened()
                .completes(
                        "systems",
                        START_DEPLOYMENT,
                        Map.of("startDecision", "POSTPONE", "startReason", "The backup is not done"))
                .continues();

        assertWaiting(intervention).containsExactly(REVISE_REQUEST);
        assertThat(intervention.mails())
                .endsWith(
                        "change-for-contact to INFORMED_CONTACT",
                        "change-for-users to INFORMED_END_USERS",
                        "change-for-colleagues to INFORMED_COLLEAGUES");
    }

    @Test
    void failedDeploymentIsRolledBack() {
        var intervention = lifecycle
                .started()
                .completes(
                        "systems", DEPLOY, Map.of("deploymentResult", "FAILED", "deploymentNotes", "Migration broke"));
        assertWaiting(intervention).containsExactly(ROLL_BACK);

        intervention.rollsBack().continues();

        assertWaiting(intervention).containsExactly(CLOSE_INTERVENTION);
        assertThat(intervention.outcome()).isEqualTo("ROLLED_BACK");
        assertThat(intervention.mails()).contains("result-for-contact to CONTACT", "result-for-users to END_USERS");
        assertEnded(intervention.closes(), "ROLLED_BACK");
    }

    @Test
    void onlyOurOwnHearOfARollbackBeforeItsEnd() {
        var intervention = lifecycle.started();
        var before = intervention.mails();

        intervention
                .completes("systems", DEPLOY, Map.of("deploymentResult", "FAILED"))
                .continues();

        assertThat(intervention.mails())
                .startsWith(before.toArray(String[]::new))
                .hasSize(before.size() + 1)
                .endsWith("rollback-for-colleagues to RESPONSIBLE");
    }

    @Test
    void rollbackThatFindsTheNewVersionRunningGoesBackToTheBattery() {
        var intervention = lifecycle
                .started()
                .completes("systems", DEPLOY, Map.of("deploymentResult", "FAILED"))
                .completes("systems", ROLL_BACK, Map.of("runningVersion", "NEW", "rollbackNotes", "It came up"));

        assertWaiting(intervention).containsExactly(RUN_QA_BATTERY);
        assertWaiting(intervention.passes()).containsExactly(WATCH_OVER_USERS);
        assertThat(intervention.outcome()).isEqualTo("DEPLOYED");
    }

    @Test
    void rollbackThatLeavesNeitherVersionCallsTheManagers() {
        var intervention = lifecycle
                .started()
                .completes("systems", DEPLOY, Map.of("deploymentResult", "FAILED"))
                .completes("systems", ROLL_BACK, Map.of("runningVersion", "NEITHER", "rollbackNotes", "Disk full"))
                .continues();
        assertWaiting(intervention).containsExactly(RECOVER_INSTANCE);
        assertThat(intervention.mails())
                .endsWith(
                        "recovery-call to MANAGERS",
                        "outage-for-contact to INFORMED_CONTACT",
                        "outage-for-users to INFORMED_END_USERS");

        intervention
                .after(Duration.ofMinutes(90))
                .completes("systems", RECOVER_INSTANCE, Map.of("runningVersion", "PREVIOUS"))
                .continues();

        assertWaiting(intervention).containsExactly(CLOSE_INTERVENTION);
        var instance =
                register.instance((String) intervention.value("instanceCode")).orElseThrow();
        assertThat(instance.version().text()).isEqualTo("24.1.0");
    }

    @Test
    void managersAreAlertedOnceAtThePointOfNoReturn() {
        var intervention = lifecycle.started();

        intervention.at(intervention.moment("pointOfNoReturn"));
        assertThat(intervention.mails()).endsWith("point-of-no-return to MANAGERS");

        intervention
                .completes("systems", DEPLOY, Map.of("deploymentResult", "FAILED"))
                .completes("systems", ROLL_BACK, Map.of("runningVersion", "NEW"))
                .continues();
        assertThat(intervention.mails().stream().filter(mail -> mail.startsWith("point-of-no-return")))
                .hasSize(1);
    }

    @Test
    void keptVersionMovesTheRegister() {
        var intervention = lifecycle.inSupport();

        var instance =
                register.instance((String) intervention.value("instanceCode")).orElseThrow();
        assertThat(instance.version().text()).isEqualTo("24.2.0");
        assertThat(instance.lastUpdate()).contains(Lifecycle.TEN_AT_NIGHT.toLocalDate());
        assertThat(intervention.value("downtimeSpent")).isEqualTo(20);
    }
}
