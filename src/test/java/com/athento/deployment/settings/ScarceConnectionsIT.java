package com.athento.deployment.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL that gives 30 connections, and what starts with our pool, alone or beside others. */
@ExtendWith(OutputCaptureExtension.class)
class ScarceConnectionsIT {

    private static final int GIVEN = 30;
    private static final int KEPT_BACK = 3 + 2;

    private static EmbeddedPostgres postgres;

    private final List<Connection> others = new ArrayList<>();

    @BeforeAll
    static void database() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("max_connections", String.valueOf(GIVEN + KEPT_BACK))
                .setServerConfig("superuser_reserved_connections", "3")
                .setServerConfig("reserved_connections", "2")
                .start();
        try (var admin = connected("postgres");
                var statement = admin.createStatement()) {
            statement.execute("create user deployments");
            statement.execute("create user somebody");
        }
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @AfterEach
    void leave() throws SQLException {
        for (var other : others) {
            other.close();
        }
        // The server notices a moment later.
        try (var admin = connected("postgres");
                var statement = admin.createStatement()) {
            statement.execute(
                    "select pg_terminate_backend(pid, 30000) from pg_stat_activity where datid is not null and pid <> pg_backend_pid()");
        }
    }

    @Test
    void startsWhereItsPoolFitsBesideTheOthers(CapturedOutput output) throws SQLException {
        othersHold(GIVEN - 20);

        start();

        assertThat(output).doesNotContain("connections left");
    }

    @Test
    void warnsWhereThePoolIsShort(CapturedOutput output) throws SQLException {
        othersHold(GIVEN - 19);

        start();

        assertThat(output)
                .contains(
                        "WARN",
                        "The database has 19 connections left (max_connections 35, 5 kept back, 11 in use),"
                                + " and this node takes 20",
                        "needs 13 at least; raise max_connections to 36, or free some.");
    }

    @Test
    void refusesWhereItsJobsWouldHoldEachOtherUp(CapturedOutput output) throws SQLException {
        othersHold(GIVEN - 12);

        assertThatThrownBy(() -> start());

        assertThat(output)
                .contains(
                        "APPLICATION FAILED TO START",
                        "The database has 12 connections left (max_connections 35, 5 kept back, 18 in use)")
                .doesNotContain("\tat ");
    }

    @Test
    void saysThatNoConnectionIsLeft(CapturedOutput output) throws SQLException {
        othersHold(GIVEN);

        assertThatThrownBy(() -> start());

        assertThat(output)
                .contains(
                        "APPLICATION FAILED TO START",
                        "The database has no connection left for this node: FATAL: remaining connection slots",
                        "max_connections: all nodes' pools have to fit into it")
                .doesNotContain("\tat ");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "spring.datasource.hikari.maximum-pool-size=12|12 connections are fewer than the 13 that 6 job threads need",
                "spring.datasource.hikari.maximum-pool-size=31|31 connections are more than the 30 that the database gives (max_connections 35, 5 of them kept back)",
                "camunda.bpm.job-execution.max-pool-size=10|20 connections are fewer than the 21 that 10 job threads need",
                "spring.datasource.username=nobody|The database does not let this application in: FATAL: role \"nobody\" does not exist",
                "spring.datasource.url=jdbc:postgresql://127.0.0.1:1/postgres|The database cannot be reached: Connection to 127.0.0.1:1 refused"
            })
    void saysWhatElseIsWrong(String setting, String sentence, CapturedOutput output) {
        assertThatThrownBy(() -> start("--" + setting));

        assertThat(output).contains("APPLICATION FAILED TO START", sentence).doesNotContain("\tat ");
    }

    private void othersHold(int connections) throws SQLException {
        for (int i = 0; i < connections; i++) {
            others.add(connected("somebody"));
        }
    }

    private static Connection connected(String user) throws SQLException {
        return DriverManager.getConnection(postgres.getJdbcUrl(user, "postgres"));
    }

    /** With our own settings of the pool and the jobs. */
    private static void start(String... arguments) {
        try (var application = new SpringApplicationBuilder(OnlyTheDatabase.class)
                .web(WebApplicationType.NONE)
                .profiles("scarce")
                .properties(
                        "spring.datasource.url=jdbc:postgresql://127.0.0.1:%d/postgres".formatted(postgres.getPort()),
                        "spring.datasource.username=deployments")
                .run(arguments)) {
            assertThat(application
                            .getBean(JdbcClient.class)
                            .sql("select 1")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    @Import(CheckConnections.class)
    static class OnlyTheDatabase {}
}
