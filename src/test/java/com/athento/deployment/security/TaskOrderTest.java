package com.athento.deployment.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the database reads for the first page of the longest lists, with 10,000 open tasks, a third of them this team's,
 * each with its window and thirty other variables.
 */
class TaskOrderTest {

    /** More than are due before a page is full, and few of all. */
    private static final int SOME = 200;

    private static final List<String> ASKED = new ArrayList<>();

    private static EmbeddedPostgres postgres;
    private static ProcessEngine engine;
    private static JdbcClient sql;

    @BeforeAll
    static void fill() throws Exception {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("autovacuum", "off")
                // Else vacuum may come before a commit is on disk, and marks nothing of it as seen by everybody.
                .setServerConfig("synchronous_commit", "on")
                .start();
        var database = postgres.getPostgresDatabase();
        engine = ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration()
                // The one of all other tests is the default.
                .setProcessEngineName("lists")
                .setDataSource(ProxyDataSourceBuilder.create(database)
                        .afterQuery((execution, queries) -> queries.forEach(query -> ASKED.add(query.getQuery())))
                        .build())
                .setDatabaseSchemaUpdate("true")
                .setJobExecutorActivate(false)
                .buildProcessEngine();
        sql = JdbcClient.create(database);
        sql.sql("insert into ACT_ID_GROUP (ID_, REV_, NAME_) values ('qa', 1, 'QA')")
                .update();
        sql.sql("insert into ACT_ID_USER (ID_, REV_) values (?, 1)")
                .param(BindFilters.WHOEVER_ASKS)
                .update();
        sql.sql("insert into ACT_ID_MEMBERSHIP (USER_ID_, GROUP_ID_) values (?, 'qa')")
                .param(BindFilters.WHOEVER_ASKS)
                .update();
        sql.sql("""
                        insert into ACT_RU_TASK (ID_, REV_, NAME_, DESCRIPTION_, PRIORITY_, CREATE_TIME_, DUE_DATE_, SUSPENSION_STATE_)
                        select 'T' || n, 1, 'Test', repeat('as wide as one of the procedure ', 8), 50 - n % 2, now(), date_trunc('hour', now()) + n % 500 * interval '1 hour', 1
                        from generate_series(1, 10000) n""").update();
        sql.sql("""
                        insert into ACT_RU_IDENTITYLINK (ID_, REV_, TYPE_, GROUP_ID_, TASK_ID_)
                        select 'L' || n, 1, 'candidate', case when n % 3 = 0 then 'qa' else 'systems' end, 'T' || n
                        from generate_series(1, 10000) n""").update();
        sql.sql("""
                        insert into ACT_RU_VARIABLE (ID_, REV_, NAME_, TYPE_, TASK_ID_, TEXT_, VAR_SCOPE_, IS_CONCURRENT_LOCAL_, SEQUENCE_COUNTER_)
                        select 'V' || n || '-' || v, 1, case when v = 0 then ? else 'answer' || v end, 'string', 'T' || n, '2027-01-' || n % 28 + 10, 'T' || n, false, 1
                        from generate_series(1, 10000) n, generate_series(0, 30) v""").param(TaskLists.WINDOW).update();

        started(database);
        started(database);
        sql.sql("vacuum analyze").update();
    }

    @AfterAll
    static void stop() throws IOException {
        engine.close();
        postgres.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"to-do", "my-team"})
    void findsTheFirstPageWithoutReadingAll(String list) throws IOException {
        var plan = plan(list);

        assertThat(plan.findValuesAsText("Index Name"))
                .as(plan.toPrettyString())
                .contains("task_order");
        // Those of one moment are sorted, and no others are looked at.
        assertThat(plan.findValuesAsText("Actual Rows")).allMatch(rows -> Integer.parseInt(rows) <= SOME);
    }

    @Test
    void findsWindowsWithoutALookAtEachVariable() throws IOException {
        var plan = plan("by-window", TaskLists.WINDOW, "string");

        assertThat(plan.findValuesAsText("Index Name"))
                .as(plan.toPrettyString())
                .contains("window_order");
        assertThat(plan.findValuesAsText("Node Type")).contains("Index Only Scan");
    }

    @Test
    void isThereOnceAfterEachStart() throws Exception {
        var h2 = h2();
        started(h2);
        started(h2);

        assertThat(sql.sql("select indexdef from pg_indexes where indexname = 'task_order'")
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("priority_ DESC, due_date_");
        assertThat(sql.sql("select indexdef from pg_indexes where indexname = 'window_order'")
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("task_id_, text_", TaskLists.WINDOW);
        assertThat(JdbcClient.create(h2)
                        .sql("select count(*) from information_schema.indexes where index_name = 'TASK_ORDER'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private static void started(DataSource database) throws SQLException {
        new TaskOrder(database).afterPropertiesSet();
    }

    private static DataSource h2() {
        var h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:task-order;DB_CLOSE_DELAY=-1");
        JdbcClient.create(h2)
                .sql("create table ACT_RU_TASK (ID_ varchar(64) primary key, PRIORITY_ integer, DUE_DATE_ timestamp)")
                .update();
        return h2;
    }

    /**
     * Of the first page of a list, with what it asks for in place of its parameters, as far as the plan depends on it.
     *
     * @param sortedBy the first of the parameters
     */
    private static JsonNode plan(String list, Object... sortedBy) throws IOException {
        var query = new TaskLists(engine.getTaskService())
                .all().stream()
                        .filter(one -> one.id().equals(list))
                        .findFirst()
                        .orElseThrow()
                        .query();
        ASKED.clear();
        assertThat(query.listPage(0, 15)).hasSize(15);
        var asked = ASKED.stream()
                .filter(one -> one.contains("ACT_RU_TASK"))
                .findFirst()
                .orElseThrow();
        var parameters = new ArrayList<>(List.of(sortedBy));
        var groups = asked.chars().filter(letter -> letter == '?').count() - 2;
        while (parameters.size() < groups) {
            parameters.add(BindFilters.WHOEVER_ASKS);
        }
        parameters.set(parameters.size() - 1, "qa");
        parameters.add(15);
        parameters.add(0);
        var lines = sql.sql("explain (analyze, buffers, format json) " + asked)
                .params(parameters)
                .query(String.class)
                .list();
        return new ObjectMapper()
                .readTree(lines.stream().collect(Collectors.joining("\n")))
                .get(0)
                .get("Plan");
    }
}
