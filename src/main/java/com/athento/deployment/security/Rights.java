package com.athento.deployment.security;

import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.Permissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ_TASK;

import com.athento.deployment.intervention.Person;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.process.Elements;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * What each group may do, set anew at every start: exactly what its work needs. Which tasks wait for whom, all of them
 * may read, as on our pages; whoever may work on one is whom it is for.
 */
@Component
class Rights implements InitializingBean {

    private final IdentityService identity;
    private final AuthorizationService authorizations;

    Rights(IdentityService identity, AuthorizationService authorizations) {
        this.identity = identity;
        this.authorizations = authorizations;
    }

    @Override
    public void afterPropertiesSet() {
        Arrays.stream(Team.values()).forEach(team -> group(team.id(), name(team)));
        group(Person.OUR_ADMINS, "Admins");

        those(team -> true)
                .forEach(team -> grant(team.id(), Resources.PROCESS_DEFINITION, Authorization.ANY, READ_TASK));
        those(Team::works).forEach(team -> mayWork(team.id()));
        those(Team::requests).forEach(team -> mayRequest(team.id()));
        mayWatch(Team.MANAGERS.id());
        for (var resource : Resources.values()) {
            grant(Person.OUR_ADMINS, resource, Authorization.ANY, ALL);
        }
    }

    private void mayWork(String team) {
        grant(team, Resources.APPLICATION, "tasklist", ACCESS);
        // Tasklist shows the diagram beside a task.
        grant(team, Resources.PROCESS_DEFINITION, Elements.LIFECYCLE, READ);
        // Whoever may not start it hears so, instead of that there is no such thing.
        grant(team, Resources.PROCESS_DEFINITION, Elements.CHANGE_INTERVENTION, READ);
        mayStart(team, Elements.REPORT_INCIDENT);
    }

    private void mayRequest(String team) {
        mayStart(team, Elements.LIFECYCLE);
        mayStart(team, Elements.CHANGE_INTERVENTION);
    }

    private void mayWatch(String managers) {
        grant(managers, Resources.APPLICATION, "tasklist", ACCESS);
        grant(managers, Resources.APPLICATION, "cockpit", ACCESS);
        mayStart(managers, Elements.CHANGE_INTERVENTION);
        mayStart(managers, Elements.REPORT_INCIDENT);
        grant(
                managers,
                Resources.PROCESS_DEFINITION,
                Authorization.ANY,
                READ,
                READ_INSTANCE,
                READ_HISTORY,
                ProcessDefinitionPermissions.RETRY_JOB);
        // Cockpit shows the decisions beside the processes.
        grant(managers, Resources.DECISION_DEFINITION, Authorization.ANY, READ, READ_HISTORY);
    }

    private static List<Team> those(Predicate<Team> can) {
        return Arrays.stream(Team.values()).filter(can).toList();
    }

    private static String name(Team team) {
        return team == Team.QA ? "QA" : team.name().charAt(0) + team.id().substring(1);
    }

    private void group(String id, String name) {
        if (identity.createGroupQuery().groupId(id).count() == 0) {
            var group = identity.newGroup(id);
            group.setName(name);
            group.setType("WORKFLOW");
            identity.saveGroup(group);
        }
    }

    private void mayStart(String group, String process) {
        grant(group, Resources.PROCESS_DEFINITION, process, READ, CREATE_INSTANCE);
        grant(group, Resources.PROCESS_INSTANCE, Authorization.ANY, CREATE);
    }

    /** Each is granted once; what an admin granted besides stays. */
    private void grant(String group, Resource resource, String id, Permission... permissions) {
        var authorization = present(group, resource, id).orElseGet(() -> none(group, resource, id));
        if (Stream.of(permissions).anyMatch(permission -> !authorization.isPermissionGranted(permission))) {
            Stream.of(permissions).forEach(authorization::addPermission);
            authorizations.saveAuthorization(authorization);
        }
    }

    private Optional<Authorization> present(String group, Resource resource, String id) {
        return Optional.ofNullable(authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .singleResult());
    }

    private Authorization none(String group, Resource resource, String id) {
        var authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        authorization.setGroupId(group);
        authorization.setResource(resource);
        authorization.setResourceId(id);
        return authorization;
    }
}
