package com.athento.deployment.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.athento.deployment.intervention.Phase;
import com.athento.deployment.record.InterventionRow;
import com.athento.deployment.record.Interventions;
import com.athento.deployment.record.NextInterventions;
import com.athento.deployment.record.Notices;
import com.athento.deployment.record.PlansToCome;
import com.athento.deployment.record.Records;
import com.athento.deployment.record.Selection;
import com.athento.deployment.record.Stories;
import com.athento.deployment.record.TestsNotPassed;
import com.athento.deployment.register.Register;
import com.athento.deployment.statuspage.StatusEntry;
import com.athento.deployment.statuspage.StatusUpdates;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.camunda.bpm.engine.RepositoryService;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * What the database reads for the first page of each list, with 2,000 interventions that run and 100,000 that have
 * ended: pages of 8 KiB, whether or not it had them in memory. Unlike times they are the same on every machine.
 */
class FirstPagePlansTest {

    private static final int MOST = 300;

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Issued ISSUED = new Issued();

    private static EmbeddedPostgres postgres;
    private static AnnotationConfigApplicationContext application;

    @BeforeAll
    static void fill() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("autovacuum", "off")
                // Else vacuum may come before a commit is on disk, and marks nothing of it as seen by everybody.
                .setServerConfig("synchronous_commit", "on")
                .start();
        var database = postgres.getPostgresDatabase();
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        try (var connection = database.getConnection()) {
            for (var script : List.of(
                    new ClassPathResource("org/camunda/bpm/engine/db/create/activiti.postgres.create.engine.sql"),
                    new ClassPathResource("first-pages.sql"))) {
                ScriptUtils.executeSqlScript(connection, script);
            }
        }
        application = new AnnotationConfigApplicationContext();
        application.registerBean(JdbcClient.class, () -> JdbcClient.create(ISSUED.by(database)));
        application.registerBean(Clock.class, Clock::systemUTC);
        application.registerBean(RepositoryService.class, () -> mock(RepositoryService.class));
        application.register(
                Interventions.class,
                NextInterventions.class,
                Notices.class,
                PlansToCome.class,
                Records.class,
                Register.class,
                StatusUpdates.class,
                Stories.class,
                TestsNotPassed.class,
                WaitingFor.class);
        application.refresh();
    }

    @AfterAll
    static void stop() throws IOException {
        application.close();
        postgres.close();
    }

    static Map<String, Runnable> pages() {
        var ended = Set.of(Phase.ENDED);
        var waiting = Set.of(Phase.WAITING);
        var month = LocalDate.now(Clock.systemUTC()).minusYears(2).withDayOfMonth(1);
        var pages = new LinkedHashMap<String, Runnable>();
        pages.put("running", () -> list(new Selection(Selection.RUNNING, null, null, null, null)));
        pages.put("waiting", () -> list(new Selection(waiting, null, null, null, null)));
        pages.put("ended", () -> list(new Selection(ended, null, null, null, null)));
        pages.put("running, of an instance", () -> list(new Selection(Selection.RUNNING, "C7-PRO", null, null, null)));
        pages.put("ended, of an instance", () -> list(new Selection(ended, "C7-PRO", null, null, null)));
        pages.put("running, by day", () -> list(new Selection(Selection.RUNNING, null, today(30), today(31), null)));
        pages.put("waiting, by day", () -> list(new Selection(waiting, null, today(30), null, null)));
        pages.put("ended, of a month", () -> list(new Selection(ended, null, month, month.plusDays(27), null)));
        pages.put("ended, from a day on", () -> list(new Selection(ended, null, month, null, null)));
        pages.put("ended, until a day", () -> list(new Selection(ended, null, null, month, null)));
        pages.put("ended, of a day without any", () -> list(new Selection(ended, null, today(90), today(90), null)));
        pages.put("running, by key", () -> list(new Selection(Selection.RUNNING, null, null, null, "-025500-")));
        pages.put("ended, by key", () -> list(new Selection(ended, null, null, null, "INT-2026-012345-")));
        pages.put("ended, by a part of the key", () -> list(new Selection(ended, null, null, null, "01234")));
        pages.put("ended, by nothing that is there", () -> list(new Selection(ended, null, null, null, "elsewhere")));
        pages.put("running, by client", () -> list(new Selection(Selection.RUNNING, null, null, null, "client 17")));
        pages.put("ended, by client", () -> list(new Selection(ended, null, null, null, "client 17")));
        pages.put("API: all", () -> api(new Selection(Set.of(), null, null, null, null)));
        pages.put("API: ended", () -> api(new Selection(ended, null, null, null, null)));
        pages.put("API: of an instance", () -> api(new Selection(Set.of(), "C7-PRO", null, null, null)));
        pages.put(
                "board",
                () -> waitingFor(
                        interventions().find(new Selection(Selection.RUNNING, null, null, null, null), false, 0, 200)));
        pages.put("next of each instance", () -> of(NextInterventions.class).byInstance());
        pages.put(
                "one",
                () -> of(Stories.class)
                        .of(interventions()
                                .find(new Selection(ended, null, null, null, null), true, 100, 1)
                                .get(0)));
        pages.put("status page", FirstPagePlansTest::statusPage);
        pages.put(
                "banner",
                () -> of(Notices.class).announced("C7-PRO", Instant.now().minus(Duration.ofDays(1))));
        return pages;
    }

    @ParameterizedTest
    @MethodSource("names")
    void readsLittle(String page) throws SQLException, IOException {
        ISSUED.all.clear();
        pages().get(page).run();

        assertThat(ISSUED.all).isNotEmpty();
        for (var statement : List.copyOf(ISSUED.all)) {
            var plan = plan(statement);
            var read = plan.path("Shared Hit Blocks").asLong()
                    + plan.path("Shared Read Blocks").asLong();
            assertThat(read)
                    .as("%s%n%s%n%s", page, statement.sql(), plan.toPrettyString())
                    .isLessThanOrEqualTo(MOST);
        }
    }

    static Set<String> names() {
        return pages().keySet();
    }

    private static void list(Selection selection) {
        var rows = interventions().find(selection, selection.phases().contains(Phase.ENDED), 0, 26);
        waitingFor(rows);
        var keys = rows.stream().map(InterventionRow::key).toList();
        of(PlansToCome.class).of(keys);
        of(PlansToCome.class).exceptedAt(keys);
        interventions().countUpTo(1001, selection);
    }

    private static void api(Selection selection) {
        interventions().find(selection, true, 0, 50);
        interventions().count(selection);
    }

    private static void statusPage() {
        var client = of(Register.class)
                .clientOfStatusKey("S".repeat(42) + "7")
                .orElseThrow()
                .code();
        of(StatusUpdates.class).edition(client);
        var entries = of(StatusUpdates.class).of(client);
        assertThat(entries).hasSizeGreaterThan(50);
        of(Records.class)
                .withSettledBatteries(entries.stream()
                        .map(StatusEntry::latest)
                        .filter(latest -> latest.state().isBack())
                        .map(latest -> latest.key())
                        .toList());
    }

    private static void waitingFor(List<InterventionRow> rows) {
        of(WaitingFor.class).of(rows);
    }

    private static Interventions interventions() {
        return of(Interventions.class);
    }

    private static <T> T of(Class<T> type) {
        return application.getBean(type);
    }

    private static LocalDate today(int days) {
        return LocalDate.now(Clock.systemUTC()).plusDays(days);
    }

    private static JsonNode plan(Statement statement) throws SQLException, IOException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var explain =
                        connection.prepareStatement("explain (analyze, buffers, format json) " + statement.sql())) {
            for (var parameter : statement.parameters()) {
                set(explain, parameter);
            }
            try (var row = explain.executeQuery()) {
                row.next();
                return JSON.readTree(row.getString(1)).get(0).get("Plan");
            }
        }
    }

    private static void set(PreparedStatement statement, ParameterSetOperation parameter) {
        try {
            parameter.getMethod().invoke(statement, parameter.getArgs());
        } catch (ReflectiveOperationException unset) {
            throw new IllegalStateException(unset);
        }
    }

    private record Statement(String sql, List<ParameterSetOperation> parameters) {}

    /** What goes through a data source. */
    private static final class Issued implements QueryExecutionListener {

        private final List<Statement> all = new ArrayList<>();

        DataSource by(DataSource source) {
            return ProxyDataSourceBuilder.create(source).listener(this).build();
        }

        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            queries.forEach(query -> query.getParametersList()
                    .forEach(parameters -> all.add(new Statement(query.getQuery(), List.copyOf(parameters)))));
        }
    }
}
