package com.athento.deployment.security;

import com.athento.deployment.intervention.ModelWords;
import com.athento.deployment.intervention.Person;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.post.MailProperties;
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
 * copies onto each task. They are kept in the language of our own people, and shown in each reader's.
 */
@Component
@DependsOn("rights")
class TaskFilters implements InitializingBean {

    /** What an open task is about, on its card. */
    private static final List<String> ON_CARDS = List.of("cardKey", "cardClient", TaskLists.WINDOW);

    private final FilterService filters;
    private final TaskLists lists;
    private final AuthorizationService authorizations;
    private final ModelWords words;

    TaskFilters(FilterService filters, TaskLists lists, AuthorizationService authorizations, MailProperties mails) {
        this.filters = filters;
        this.lists = lists;
        this.authorizations = authorizations;
        this.words = new ModelWords(mails.staffLanguage());
    }

    @Override
    public void afterPropertiesSet() {
        lists.all().forEach(this::offer);
    }

    private void offer(TaskList list) {
        var present = list.names()
                .flatMap(name -> filters.createTaskFilterQuery().filterName(name).list().stream())
                .toList();
        var id = present.isEmpty() ? create(list) : kept(present.get(0), list.query());
        Stream.concat(Arrays.stream(Team.values()).map(Team::id), Stream.of(Person.OUR_ADMINS))
                .filter(group -> isUnsaid(group, id))
                .forEach(group -> mayRead(group, id));
    }

    private String create(TaskList list) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("description", list.description(words));
        properties.put("color", list.colour());
        properties.put("priority", list.priority());
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put("variables", ON_CARDS.stream().map(this::onCard).toList());
        var filter = filters.newTaskFilter(list.name(words));
        filter.setProperties(properties);
        filter.setQuery(list.query());
        return filters.saveFilter(filter).getId();
    }

    private Map<String, String> onCard(String variable) {
        return Map.of("name", variable, "label", words.label("filter." + variable, null));
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
