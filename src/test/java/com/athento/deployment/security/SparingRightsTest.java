package com.athento.deployment.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.ApplicationTest;
import com.athento.deployment.process.OneCommand;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What it relies on: that the engine asks it, and that the answers are the engine's. */
@ApplicationTest
class SparingRightsTest {

    private static final String PERSON = "nobody-yet";

    @Autowired
    ProcessEngine engine;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    TaskService tasks;

    @Test
    void theEngineAsksIt() {
        var manager = OneCommand.of(
                engine, commands -> commands.getAuthorizationManager().getClass());

        assertThat(manager).isEqualTo(SparingRights.class);
    }

    @Test
    void groupsWithoutRightsAddNothing() {
        assertThat(mayRead(List.of("no-such-group", "qa", "qa"))).isTrue();
        assertThat(mayRead(List.of("no-such-group"))).isFalse();
        assertThat(mayRead(List.of())).isFalse();
        assertThat(mayRead(null)).isFalse();
    }

    @Test
    void whatIsRevokedHereIsGoneAtOnce() {
        assertThat(mayRead(List.of("qa"))).isTrue();
        var revoked = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_REVOKE);
        revoked.setUserId(PERSON);
        revoked.setResource(Resources.PROCESS_DEFINITION);
        revoked.setResourceId("type-4-deployment");
        revoked.removePermission(Permissions.READ);
        var id = authorizations.saveAuthorization(revoked).getId();
        try {
            assertThat(mayRead(List.of("qa"))).isFalse();
        } finally {
            authorizations.deleteAuthorization(id);
        }
        assertThat(mayRead(List.of("qa"))).isTrue();
    }

    /** The engine would remove it with each end, whether or not there is one. */
    @Test
    void aRightOfOneTaskEndsWithIt() {
        var other = tasks.newTask();
        tasks.saveTask(other);
        tasks.deleteTask(other.getId(), true);
        var task = tasks.newTask();
        tasks.saveTask(task);
        var granted = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        granted.setUserId(PERSON);
        granted.setResource(Resources.TASK);
        granted.setResourceId(task.getId());
        granted.addPermission(Permissions.READ);
        authorizations.saveAuthorization(granted);
        assertThat(ofTask(task.getId())).isEqualTo(1);

        tasks.deleteTask(task.getId(), true);

        assertThat(ofTask(task.getId())).isZero();
    }

    private long ofTask(String task) {
        return authorizations
                .createAuthorizationQuery()
                .resourceType(Resources.TASK)
                .resourceId(task)
                .count();
    }

    private boolean mayRead(List<String> groups) {
        return authorizations.isUserAuthorized(
                PERSON, groups, Permissions.READ, Resources.PROCESS_DEFINITION, "type-4-deployment");
    }
}
