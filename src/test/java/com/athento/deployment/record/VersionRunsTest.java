package com.athento.deployment.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Version;
import com.athento.deployment.register.Instance;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class VersionRunsTest {

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    /** Runs as they are kept, one after the other: instance, line, version, origin, ending. */
    @ParameterizedTest(name = "{0}: kept on {1}")
    @CsvSource(delimiter = '|', textBlock = """
            | ''
            A-UAT SE 24.2 STATED null | A-UAT
            A-UAT SE 24.2 STATED null, B-PRO SE 24.2 DEPLOYED null | A-UAT B-PRO
            A-UAT SE 24.2 STATED null, B-PRO SE 24.2 RESTORED null | A-UAT B-PRO
            A-UAT SE 24.2 STATED null, B-PRO SE 24.2 DEPLOYED null, INTERNAL SE 24.2 STATED null | A-UAT B-PRO
            INTERNAL SE 24.2 STATED null | INTERNAL
            A-PRO SE 24.2 STATED null | ''
            A-UAT SE 24.1 STATED null | ''
            A-UAT SE 24.2.1 STATED null | ''
            A-UAT ECM 24.2 STATED null | ''
            A-UAT SE 24.2 DEPLOYED REPLACED, A-UAT SE 24.3 DEPLOYED null | A-UAT
            A-UAT SE 24.2 DEPLOYED ROLLED_BACK, A-UAT SE 24.1 RESTORED null | ''
            A-UAT SE 24.2 STATED CORRECTED, A-UAT SE 24.1 STATED null | ''
            A-UAT SE 24.2 DEPLOYED ROLLED_BACK, A-UAT SE 24.1 RESTORED REPLACED, A-UAT SE 24.2 DEPLOYED null | A-UAT
            A-UAT SE 24.2 DEPLOYED REPLACED, A-UAT SE 24.3 DEPLOYED ROLLED_BACK, A-UAT SE 24.2 RESTORED null | A-UAT
            """)
    void knowsWhereAVersionWasKept(String runs, String keptOn) {
        databases().forEach(database -> {
            for (var run : runs == null ? new String[0] : runs.split(", ")) {
                insert(database, run.split(" "));
            }

            assertThat(String.join(
                            " ", new VersionRuns(database).keptOn(Instance.Line.SE, new Version("24.2.0"), "A-PRO", 2)))
                    .isEqualTo(keptOn);
        });
    }

    private static void insert(JdbcClient database, String... run) {
        database.sql("""
                        insert into version_run (instance_code, line, same_as, version, origin, ran_from, ending)
                        values (:instance, :line, :version, :version, :origin, current_timestamp, :ending)""")
                .param("instance", run[0])
                .param("line", run[1])
                .param("version", run[2])
                .param("origin", run[3])
                .param("ending", "null".equals(run[4]) ? null : run[4])
                .update();
    }

    private static Stream<JdbcClient> databases() {
        return Stream.of(
                        new DriverManagerDataSource("jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID())),
                        postgres.getPostgresDatabase())
                .map(VersionRunsTest::withInstances);
    }

    private static JdbcClient withInstances(DataSource source) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        var database = JdbcClient.create(source);
        database.sql("delete from instance").update();
        database.sql("delete from client").update();
        database.sql("insert into client (code, name, locale, zone, status_key) values ('A', 'A', 'es', 'UTC', 'k')")
                .update();
        for (var instance : new String[] {"A-PRO", "A-UAT", "B-PRO", "INTERNAL"}) {
            database.sql("""
                            insert into instance (code, client_code, environment, line, version, notice_hours,
                                support_hours, rollback_minutes, banner_key)
                            values (:code, 'A', 'PRO', 'SE', '24.1', 48, 24, 15, :code)""").param("code", instance).update();
        }
        return database;
    }
}
