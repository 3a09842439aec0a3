package com.athento.deployment.security;

import com.athento.deployment.intervention.Person;
import com.athento.deployment.intervention.Team;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.task.TaskQuery;
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
    private final TaskLists lists;
    private final AuthorizationService authorizations;

    TaskFilters(FilterService filters, TaskLists lists, AuthorizationService authorizations) {
        this.filters = filters;
        this.lists = lists;
        this.authorizations = authorizations;
    }

    @Override
    public void afterPropertiesSet() {
        lists.all().forEach(this::offer);
    }

    private void offer(TaskList list) {
        var present = filters.createTaskFilterQuery().filterName(list.name()).list();
        var id = present.isEmpty() ? create(list) : kept(present.get(0), list.query());
        Stream.concat(Arrays.stream(Team.values()).map(Team::id), Stream.of(Person.OUR_ADMINS))
                .filter(group -> isUnsaid(group, id))
                .forEach(group -> mayRead(group, id));
    }

    private String create(TaskList list) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("description", list.description());
        properties.put("color", list.colour());
        properties.put("priority", list.priority());
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put("variables", ON_CARDS);
        var filter = filters.newTaskFilter(list.name());
        filter.setProperties(properties);
        filter.setQuery(list.query());
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

    /** What an admin has said of it stays. */
    private boolean isUnsaid(String group, String filter) {
        return authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(group)
                        .resourceType(Resources.FILTER)
                        .resourceId(filter)
                        .count()
                == 0;
    }

    private void mayRead(String group, String filter) {
        var authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        authorization.setGroupId(group);
        authorization.setResource(Resources.FILTER);
        authorization.setResourceId(filter);
        authorization.addPermission(Permissions.READ);
        authorizations.saveAuthorization(authorization);
    }
}
