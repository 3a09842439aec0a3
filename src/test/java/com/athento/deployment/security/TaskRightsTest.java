package com.athento.deployment.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.athento.deployment.process.Elements;
import com.athento.deployment.process.Lifecycle.Intervention;
import com.athento.deployment.process.PathsTest;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Relies on this of the engine: it asks the checkers of its configuration before somebody works on a task, and writes
 * the rights that its provider names, no others.
 */
class TaskRightsTest extends PathsTest {

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    IdentityService identity;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @AfterEach
    void logOut() {
        identity.clearAuthentication();
    }

    @Test
    void noneIsWrittenOnTheWay() {
        var before = written();

        lifecycle.supported().closes();

        assertThat(written()).isEqualTo(before);
    }

    @Test
    void whomATaskIsForMayWorkOnItAsLongAsItIs() {
        var intervention = lifecycle.requested();
        var task = task(intervention);

        assertThatThrownBy(() -> claims(task, "qa", "qa")).isInstanceOf(AuthorizationException.class);
        tasks.addCandidateGroup(task, "qa");
        claims(task, "qa", "qa");
        tasks.setAssignee(task, null);
        tasks.deleteCandidateGroup(task, "qa");
        assertThatThrownBy(() -> claims(task, "qa", "qa")).isInstanceOf(AuthorizationException.class);

        tasks.addCandidateUser(task, "somebody");
        claims(task, "somebody");
        tasks.deleteCandidateUser(task, "somebody");
        asSomebody("somebody", List.of(), () -> tasks.getVariables(task));
    }

    @Test
    void everybodyReadsWhatTheCardsOfTasksShowAndNothingElseOfThem() {
        var intervention = lifecycle.requested();
        var task = task(intervention);

        asSomebody("qa", List.of("qa"), () -> {
            assertThat(runtime.createVariableInstanceQuery()
                            .variableScopeIdIn(task, intervention.id())
                            .list())
                    .isNotEmpty()
                    .allMatch(variable -> task.equals(variable.getTaskId()));
            assertThat(runtime.createVariableInstanceQuery()
                            .processInstanceIdIn(intervention.id())
                            .list())
                    .isEmpty();
        });
    }

    private void claims(String task, String account, String... groups) {
        asSomebody(account, List.of(groups), () -> tasks.claim(task, account));
    }

    private void asSomebody(String account, List<String> groups, Runnable act) {
        identity.setAuthentication(account, groups);
        try {
            act.run();
        } finally {
            identity.clearAuthentication();
        }
    }

    private String task(Intervention intervention) {
        return tasks.createTaskQuery()
                .processInstanceId(intervention.id())
                .taskDefinitionKey(Elements.APPROVE_PRODUCT)
                .singleResult()
                .getId();
    }

    private long written() {
        return authorizations
                        .createAuthorizationQuery()
                        .resourceType(Resources.TASK)
                        .count()
                + authorizations
                        .createAuthorizationQuery()
                        .resourceType(Resources.HISTORIC_TASK)
                        .count();
    }
}
