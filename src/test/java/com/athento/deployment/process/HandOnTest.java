package com.athento.deployment.process;

import static com.athento.deployment.process.Elements.ACCEPT_OR_HOTFIX;
import static com.athento.deployment.process.Elements.APPLY_HOTFIX;
import static com.athento.deployment.process.Elements.DEPLOY;
import static com.athento.deployment.process.Elements.RECOVER_INSTANCE;
import static com.athento.deployment.process.Elements.ROLL_BACK;
import static com.athento.deployment.process.Elements.START_DEPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.athento.deployment.process.Lifecycle.Intervention;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever starts goes on, and whoever deployed rolls back, as long as they are of the team. */
class HandOnTest extends PathsTest {

    private static final Map<String, String> FAILED = Map.of("deploymentResult", "FAILED");

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService people;

    @BeforeEach
    void aColleagueOfSystems() {
        var user = people.newUser("night");
        user.setPassword("demo");
        people.saveUser(user);
        people.createMembership("night", "systems");
    }

    @AfterEach
    void goesHome() {
        people.deleteUser("night");
    }

    @Test
    void whoeverStartsHasTheDeploymentAndWhateverFollowsFromIt() {
        var intervention = lifecycle.started();
        assertThat(hasIt(intervention, DEPLOY)).isEqualTo("systems");

        intervention.completes("systems", DEPLOY, FAILED);
        assertThat(hasIt(intervention, ROLL_BACK)).isEqualTo("systems");

        intervention.completes("systems", ROLL_BACK, Map.of("runningVersion", "NEITHER"));
        assertThat(hasIt(intervention, RECOVER_INSTANCE)).isEqualTo("systems");
    }

    @Test
    void itIsWhoeverDeployedAndNotWhoeverStarted() {
        var intervention = lifecycle
                .started()
                .completes("night", DEPLOY, Map.of("deploymentResult", "DEPLOYED"))
                .battery(100, 90, 10)
                .completes("product", ACCEPT_OR_HOTFIX, Map.of("hotfixDecision", "HOTFIX", "hotfixReason", "Slow"));

        assertThat(hasIt(intervention, APPLY_HOTFIX)).isEqualTo("night");

        intervention
                .completes("systems", APPLY_HOTFIX, Map.of("hotfixReference", "HF-77"))
                .battery(100, 79, 21);
        assertThat(hasIt(intervention, ROLL_BACK)).isEqualTo("night");
    }

    @Test
    void whoeverIsOfAnotherTeamByThenHasNothing() {
        var intervention = lifecycle.started().completes("night", DEPLOY, Map.of("deploymentResult", "DEPLOYED"));
        people.deleteMembership("night", "systems");

        intervention.battery(100, 79, 21);

        assertThat(hasIt(intervention, ROLL_BACK)).isNull();
    }

    @Test
    void whoeverIsGoneByThenHasNothing() {
        var intervention = lifecycle.started().completes("night", DEPLOY, Map.of("deploymentResult", "DEPLOYED"));
        people.deleteUser("night");

        intervention.battery(100, 79, 21);

        assertThat(hasIt(intervention, ROLL_BACK)).isNull();
    }

    /** As an account of no team may, that a program uses. */
    @Test
    void anAdminWhoStartsHasNothing() {
        var intervention = lifecycle.windowOpened();

        lifecycle.as("admin", () -> {
            tasks.complete(intervention.task(START_DEPLOYMENT).getId(), Map.of("startDecision", "START"));
            return null;
        });

        assertThat(hasIt(intervention, DEPLOY)).isNull();
    }

    @Test
    void nobodyHasWhatNobodyWhoIsKnownStarted() {
        var intervention = lifecycle.windowOpened();
        tasks.complete(intervention.task(START_DEPLOYMENT).getId(), Map.of("startDecision", "START"));

        assertThat(hasIt(intervention, DEPLOY)).isNull();
    }

    @Test
    void givenBackItIsTheTeamsAndClaimedItIsTheirsAlone() {
        var intervention = lifecycle.started();
        var deploy = intervention.task(DEPLOY);

        givesBack("systems", deploy);
        assertThat(hasIt(intervention, DEPLOY)).isNull();

        claims("systems", deploy);
        assertThatThrownBy(() -> givesBack("night", deploy)).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> claims("night", deploy)).hasMessageContaining("already claimed");
        intervention.completes("systems", DEPLOY, FAILED);
    }

    /** Whoever deployed may sleep by the time of a rollback. */
    @Test
    void aColleagueTakesOverWhatWasNotClaimed() {
        var intervention = lifecycle.started();
        var deploy = intervention.task(DEPLOY);

        assertThatThrownBy(() -> givesBack("qa", deploy)).isInstanceOf(AuthorizationException.class);
        assertRefused(() -> lifecycle.as("night", () -> {
                    tasks.complete(deploy.getId(), Map.copyOf(FAILED));
                    return null;
                }))
                .isEqualTo("'Deploy' is claimed by systems; only they can complete it");
        givesBack("night", deploy);
        claims("night", deploy);

        assertThat(hasIt(intervention, DEPLOY)).isEqualTo("night");
        intervention.completes("night", DEPLOY, FAILED);
    }

    private void claims(String person, Task task) {
        lifecycle.as(person, () -> {
            tasks.claim(task.getId(), person);
            return null;
        });
    }

    private void givesBack(String person, Task task) {
        lifecycle.as(person, () -> {
            tasks.setAssignee(task.getId(), null);
            return null;
        });
    }

    private static String hasIt(Intervention intervention, String task) {
        return intervention.task(task).getAssignee();
    }
}
