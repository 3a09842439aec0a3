package com.athento.deployment.statuspage;

import static com.athento.deployment.process.Elements.CONFIRM_ROLLBACK;
import static com.athento.deployment.process.Elements.DEPLOY;
import static com.athento.deployment.process.Elements.RECOVER_INSTANCE;
import static com.athento.deployment.process.Elements.RESOLVE_INCIDENT;
import static com.athento.deployment.process.Elements.REVISE_REQUEST;
import static com.athento.deployment.process.Elements.ROLL_BACK;
import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.Lifecycle.Intervention;
import com.athento.deployment.process.PathsTest;
import com.athento.deployment.process.StoredTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the client's people see follows the process, and says nothing twice. */
class KeepStatusTest extends PathsTest {

    private static final Map<String, String> NEITHER = Map.of("runningVersion", "NEITHER");

    private static final String OLD = "2027-02-06T21:00:00Z";

    @Autowired
    JdbcClient database;

    @Test
    void nothingIsShownBeforeTheWindowIsAgreed() {
        assertThat(states(lifecycle.approved())).isEmpty();
        assertThat(states(lifecycle.agreed())).containsExactly("PLANNED");
    }

    @Test
    void wholeLifecycle() {
        assertThat(states(lifecycle.supported().closes()))
                .containsExactly("PLANNED", "IN_PROGRESS", "VERIFYING", "COMPLETED");
    }

    /** Else every page would look at them again for what is to come. */
    @Test
    void whatIsOverIsSettledWithAllThatLedToIt() {
        assertThat(unsettled(lifecycle.deployed())).isPositive();
        assertThat(unsettled(lifecycle.supported().closes())).isZero();
        assertThat(unsettled(
                        lifecycle.agreed().changes("project", "CANCEL", "No").continues()))
                .isZero();
    }

    @Test
    void movedWindowIsNotCancelledAndPromisedAnewWithTheOldOne() {
        var intervention =
                lifecycle.agreed().changes("project", "RESCHEDULE", "Audit").continues();
        assertThat(states(intervention)).containsExactly("PLANNED", "MOVED");
        assertThat(windows(intervention)).last().isEqualTo(OLD + " from " + OLD);

        amend(intervention, Map.of("windowStartLocal", "2027-02-13T22:00"));
        assertThat(states(intervention)).containsExactly("PLANNED", "MOVED");
        intervention.agrees();

        assertThat(states(intervention)).containsExactly("PLANNED", "MOVED", "PLANNED");
        assertThat(windows(intervention)).last().isEqualTo("2027-02-13T21:00:00Z from " + OLD);
    }

    @Test
    void windowThatIsTakenBackIsTheOneThatWasPromised() {
        var intervention =
                lifecycle.agreed().changes("project", "RESCHEDULE", "Audit").continues();
        amend(intervention, Map.of("windowStartLocal", "2027-02-13T22:00"));

        intervention.changes("project", "CANCEL", "No").continues();

        assertThat(states(intervention)).containsExactly("PLANNED", "MOVED", "CANCELLED");
        assertThat(windows(intervention)).last().isEqualTo(OLD + " from null");
    }

    @Test
    void sameWindowAgainIsNoMove() {
        var intervention =
                lifecycle.agreed().changes("project", "RESCHEDULE", "Audit").continues();

        lifecycle.proven("24.2.1");
        amend(intervention, Map.of("targetVersion", "24.2.1"));
        intervention.approves().agrees();

        assertThat(states(intervention)).containsExactly("PLANNED", "MOVED", "PLANNED");
        assertThat(windows(intervention)).last().isEqualTo(OLD + " from null");
    }

    @Test
    void withdrawingWhatWasMovedCancelsIt() {
        var intervention =
                lifecycle.agreed().changes("project", "RESCHEDULE", "Audit").continues();

        intervention
                .completes("support", REVISE_REQUEST, Map.of("requesterDecision", "WITHDRAW"))
                .continues();

        assertThat(states(intervention)).containsExactly("PLANNED", "MOVED", "CANCELLED");
    }

    @Test
    void cancellationIsShownOnlyWhereSomethingWasPromised() {
        assertThat(states(lifecycle.agreed().changes("project", "CANCEL", "No").continues()))
                .containsExactly("PLANNED", "CANCELLED");
        assertThat(states(
                        lifecycle.approved().changes("project", "CANCEL", "No").continues()))
                .isEmpty();
    }

    @Test
    void failedDeploymentStaysInProgressUntilItIsTakenBack() {
        var intervention = lifecycle
                .started()
                .completes("systems", DEPLOY, Map.of("deploymentResult", "FAILED"))
                .continues()
                .rollsBack()
                .continues();

        assertThat(states(intervention)).containsExactly("PLANNED", "IN_PROGRESS", "ROLLED_BACK");
    }

    @Test
    void demandedRollbackIsAnOutageOfItsOwnUntilItIsOver() {
        var intervention = demanded();
        assertThat(states(intervention))
                .containsExactly("PLANNED", "IN_PROGRESS", "VERIFYING", "COMPLETED", "INTERRUPTED");

        intervention.rollsBack().continues();
        assertThat(states(intervention)).endsWith("INTERRUPTED", "ROLLED_BACK");
    }

    @Test
    void whereNeitherVersionRunsItIsToldOnce() {
        assertThat(states(demanded().completes("systems", ROLL_BACK, NEITHER))).endsWith("COMPLETED", "INTERRUPTED");

        assertThat(states(lifecycle
                        .started()
                        .completes("systems", DEPLOY, Map.of("deploymentResult", "FAILED"))
                        .completes("systems", ROLL_BACK, NEITHER)
                        .completes("systems", RECOVER_INSTANCE, Map.of("runningVersion", "NEW"))))
                .containsExactly("PLANNED", "IN_PROGRESS", "INTERRUPTED", "VERIFYING");
    }

    private Intervention demanded() {
        return lifecycle
                .inSupport()
                .reports("Documents are lost", "BLOCKER")
                .completes("support", RESOLVE_INCIDENT, Map.of("incidentResolution", "ROLL_BACK"))
                .completes("manager", CONFIRM_ROLLBACK, Map.of("rollbackConfirmed", true));
    }

    @Test
    void failedBatteryTakesTheInstanceOutOfServiceAgain() {
        var intervention = lifecycle.deployed().battery(100, 70, 30).continues();

        assertThat(states(intervention)).containsExactly("PLANNED", "IN_PROGRESS", "VERIFYING", "IN_PROGRESS");
    }

    private static void amend(Intervention intervention, Map<String, String> changes) {
        var answer = new java.util.HashMap<String, Object>(changes);
        answer.put("requesterDecision", "AMEND");
        intervention.completes("support", REVISE_REQUEST, answer).continues();
    }

    /** The start, and the one before it. */
    private List<String> windows(Intervention intervention) {
        return database.sql("select window_start, moved_from from status_update where intervention_key = ? order by id")
                .param(intervention.key())
                .query((row, number) -> "%s from %s"
                        .formatted(
                                StoredTime.in(row, "window_start").orElseThrow(),
                                StoredTime.in(row, "moved_from").orElse(null)))
                .list();
    }

    private List<String> states(Intervention intervention) {
        return database.sql("select state from status_update where intervention_key = ? order by id")
                .param(intervention.key())
                .query(String.class)
                .list();
    }

    private long unsettled(Intervention intervention) {
        return database.sql("select count(*) from status_update where intervention_key = ? and settled = false")
                .param(intervention.key())
                .query(Long.class)
                .single();
    }
}
