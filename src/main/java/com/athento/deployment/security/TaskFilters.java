package com.athento.deployment.security;

import com.athento.deployment.intervention.Team;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;

/**
 * The lists that Tasklist opens with. Each is created once; what an admin changes in it stays. Cards show what overview
 * copies onto each task.
 */
@Component
@DependsOn("rights")
class TaskFilters implements InitializingBean {

    /** What an open task is about, on its card. */
    private static final List<Map<String, String>> ON_CARDS = List.of(
            Map.of("name", "cardKey", "label", "Intervention"),
            Map.of("name", "cardClient", "label", "Client"),
            Map.of("name", "cardWindow", "label", "Window"));

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;

    TaskFilters(FilterService filters, TaskService tasks, AuthorizationService authorizations) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
    }

    @Override
    public void afterPropertiesSet() {
        // The first one is what Tasklist opens with: it is empty only when nothing waits.
        filter(
                "To do",
                "Claimed by you, or waiting for somebody of your team",
                "#0f4c5c",
                -10,
                mine().orderByTaskPriority().desc().orderByDueDate().asc());
        filter(
                "My tasks",
                "Claimed by you",
                "#0f4c5c",
                0,
                tasks.createTaskQuery()
                        .taskAssignee(BindFilters.WHOEVER_ASKS)
                        .orderByDueDate()
                        .asc());
        filter(
                "My team's tasks",
                "Nobody has claimed them yet",
                "#0b6e83",
                10,
                ofMyTeams()
                        .taskUnassigned()
                        .orderByTaskPriority()
                        .desc()
                        .orderByDueDate()
                        .asc());
        filter(
                "Overdue",
                "Should have been done by now",
                "#b3261e",
                20,
                mine().dueBefore(Date.from(BindFilters.NOW)).orderByDueDate().asc());
        filter("By window", "The next window first", "#9a5b00", 30, byWindow(mine()));
    }

    /** Unclaimed ones, for the person or one of their groups. */
    private TaskQuery ofMyTeams() {
        return tasks.createTaskQuery().taskCandidateUser(BindFilters.WHOEVER_ASKS);
    }

    /** What somebody may work on: unclaimed ones, and what they claimed. */
    private TaskQuery mine() {
        return tasks.createTaskQuery()
                .or()
                .taskCandidateUser(BindFilters.WHOEVER_ASKS)
                .taskAssignee(BindFilters.WHOEVER_ASKS)
                .endOr();
    }

    private static TaskQuery byWindow(TaskQuery query) {
        return query.orderByTaskVariable("cardWindow", ValueType.STRING).asc();
    }

    private void filter(String name, String description, String colour, int priority, TaskQuery query) {
        var present = filters.createTaskFilterQuery().filterName(name).list();
        var id = present.isEmpty() ? create(name, description, colour, priority, query) : kept(present.get(0), query);
        Stream.concat(Arrays.stream(Team.values()).map(Team::id), Stream.of(Rights.ADMINS))
                .forEach(group -> mayRead(group, id));
    }

    private String create(String name, String description, String colour, int priority, TaskQuery query) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("description", description);
        properties.put("color", colour);
        properties.put("priority", priority);
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put("variables", ON_CARDS);
        var filter = filters.newTaskFilter(name);
        filter.setProperties(properties);
        filter.setQuery(query);
        return filters.saveFilter(filter).getId();
    }

    /** Filters of earlier releases ask with expressions, which nothing evaluates any more. */
    private String kept(Filter present, TaskQuery query) {
        var asks = (TaskQueryImpl) present.<TaskQuery>getQuery();
        if (asks.getQueries().stream().anyMatch(each -> !each.getExpressions().isEmpty())) {
            filters.saveFilter(present.setQuery(query));
        }
        return present.getId();
    }

    private void mayRead(String group, String filter) {
        if (authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(group)
                        .resourceType(Resources.FILTER)
                        .resourceId(filter)
                        .count()
                == 0) {
            var authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            authorization.setGroupId(group);
            authorization.setResource(Resources.FILTER);
            authorization.setResourceId(filter);
            authorization.addPermission(Permissions.READ);
            authorizations.saveAuthorization(authorization);
        }
    }
}
