package com.athento.deployment.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.ApplicationTest;
import com.jayway.jsonpath.JsonPath;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The lists that Tasklist opens with. */
@ApplicationTest
class TaskFiltersTest {

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService models;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    Rights rights;

    @Autowired
    TaskFilters taskFilters;

    @Autowired
    JdbcClient database;

    private TryOut tryOut;
    private Visit product;
    private String task;

    @BeforeEach
    void startOne() {
        tryOut = new TryOut(models, runtime, tasks, authorizations);
        product = Visit.by("product", port);
        task = tryOut.startedBy(product);
    }

    @AfterEach
    void cleanUp() {
        tryOut.close();
    }

    @Test
    void aTaskIsTheTeamsUntilSomebodyClaimsIt() {
        assertThat(listed(product, "My team's tasks")).contains(task);
        assertThat(listed(product, "By window")).contains(task);
        assertThat(listed(product, "My tasks")).doesNotContain(task);
        assertThat(listed(product, "Overdue")).doesNotContain(task);
        assertThat(listed(Visit.by("systems", port), "My team's tasks")).doesNotContain(task);

        product.post("/engine-rest/task/" + task + "/claim", "{\"userId\":\"product\"}")
                .isFine();

        assertThat(listed(product, "My team's tasks")).doesNotContain(task);
        assertThat(listed(product, "My tasks")).contains(task);
        assertThat(listed(product, "By window")).contains(task);
        assertThat(listed(Visit.by("product2", port), "By window")).doesNotContain(task);
    }

    @Test
    void anOpenTaskIsOverdueWhenItsTimeIsOver() {
        var open = tasks.createTaskQuery().taskId(task).singleResult();
        open.setDueDate(Date.from(Instant.EPOCH));
        tasks.saveTask(open);

        assertThat(listed(product, "Overdue")).contains(task);
    }

    @Test
    void anotherStartChangesNothing() {
        var before = authorizations.createAuthorizationQuery().count();

        rights.afterPropertiesSet();
        taskFilters.afterPropertiesSet();

        assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(before);
        assertThat(filters.createTaskFilterQuery().count()).isEqualTo(5);
    }

    @Test
    void aFilterOfAnEarlierReleaseAsksWithoutExpressions() {
        database.sql("update ACT_RU_FILTER set QUERY_ = ? where NAME_ = 'By window'")
                .param(
                        "{\"orQueries\":[{\"assigneeExpression\":\"${currentUser()}\",\"candidateUserExpression\":\"${currentUser()}\"}]}")
                .update();
        var filter = filters.createTaskFilterQuery().filterName("By window").singleResult();
        assertThat(product.get("/engine-rest/filter/" + filter.getId() + "/list")
                        .isRefused(400)
                        .message())
                .isEqualTo("'${currentUser()}' is an expression, and a query takes none; give the value itself");

        taskFilters.afterPropertiesSet();

        assertThat(listed(product, "By window")).contains(task);
        assertThat(listed(Visit.by("systems", port), "By window")).doesNotContain(task);
    }

    @Test
    void whoeverAsksIsBoundForTheAskingAlone() {
        var before = stored("My tasks");

        listed(product, "My tasks");

        assertThat(stored("My tasks")).isEqualTo(before).contains("(me)");
    }

    private String stored(String name) {
        return database.sql("select QUERY_ from ACT_RU_FILTER where NAME_ = ?")
                .param(name)
                .query(String.class)
                .single();
    }

    private List<String> listed(Visit person, String name) {
        var filter =
                filters.createTaskFilterQuery().filterName(name).singleResult().getId();
        return JsonPath.read(
                person.get("/engine-rest/filter/" + filter + "/list").isFine().body(), "$[*].id");
    }
}
