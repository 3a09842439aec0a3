package com.athento.deployment.statuspage;

import static com.athento.deployment.process.Elements.DEPLOY;
import static com.athento.deployment.process.Elements.REVISE_REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.Lifecycle.Intervention;
import com.athento.deployment.process.PathsTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the client's people see follows the process, and says nothing twice. */
class KeepStatusTest extends PathsTest {

    @Autowired JdbcClient database;

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

    @Test
    void movedWindowIsTakenBackAndPromisedAnew() {
        var intervention = lifecycle.agreed().changes("project", "RESCHEDULE", "Audit").continues();
        assertThat(states(intervention)).containsExactly("PLANNED", "CANCELLED");

        amend(intervention, Map.of("windowStartLocal", "2027-02-13T22:00"));
        intervention.agrees();

        assertThat(states(intervention)).containsExactly("PLANNED", "CANCELLED", "PLANNED");
    }

    @Test
    void cancellationIsShownOnlyWhereSomethingWasPromised() {
        assertThat(states(lifecycle.agreed().changes("project", "CANCEL", "No").continues()))
                .containsExactly("PLANNED", "CANCELLED");
        assertThat(states(lifecycle.approved().changes("project", "CANCEL", "No").continues()))
                .isEmpty();
    }

    @Test
    void failedDeploymentStaysInProgressUntilItIsTakenBack() {
        var intervention =
                lifecycle
                        .started()
                        .completes("systems", DEPLOY, Map.of("deploymentResult", "FAILED"))
                        .continues()
                        .rollsBack()
                        .continues();

        assertThat(states(intervention)).containsExactly("PLANNED", "IN_PROGRESS", "ROLLED_BACK");
    }

    @Test
    void failedBatteryTakesTheInstanceOutOfServiceAgain() {
        var intervention = lifecycle.deployed().battery(100, 70, 30).continues();

        assertThat(states(intervention))
                .containsExactly("PLANNED", "IN_PROGRESS", "VERIFYING", "IN_PROGRESS");
    }

    private static void amend(Intervention intervention, Map<String, String> changes) {
        var answer = new java.util.HashMap<String, Object>(changes);
        answer.put("requesterDecision", "AMEND");
        intervention.completes("support", REVISE_REQUEST, answer).continues();
    }

    private List<String> states(Intervention intervention) {
        return database.sql(
                        "select state from status_update where intervention_key = ? order by id")
                .param(intervention.key())
                .query(String.class)
                .list();
    }
}
