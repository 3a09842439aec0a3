package com.athento.deployment.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.athento.deployment.intervention.Version;
import com.athento.deployment.register.Instance;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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

    @Test
    void figuresAreThoseOfTheInterventionsThatBroughtIt() {
        databases().forEach(database -> {
            insert(database, "A-UAT SE 24.2 STATED REPLACED".split(" "));
            insert(database, "B-PRO SE 24.2 DEPLOYED null".split(" "), "INT-1");
            insert(database, "INTERNAL SE 24.2 DEPLOYED ROLLED_BACK".split(" "), "INT-2");
            insert(database, "INTERNAL SE 24.1 RESTORED null".split(" "), "INT-2");
            intervention(database, "INT-1", 30);
            intervention(database, "INT-2", 55);
            battery(database, "INT-1", 70, true);
            battery(database, "INT-1", 99, true);
            battery(database, "INT-1", 5, false);
            incident(database, "INT-1");
            incident(database, "INT-2");

            var runs = new VersionRuns(database);

            var all = runs.record(Instance.Line.SE, new Version("24.2.0"), "");
            assertThat(all.since()).isPresent();
            assertThat(all)
                    .usingRecursiveComparison()
                    .ignoringFields("since")
                    .isEqualTo(new TrackRecord(2, Optional.empty(), 1, 2, 99, 100, 85, 2, 0));
            assertThat(runs.record(Instance.Line.SE, new Version("24.2"), "B-PRO")
                            .instances())
                    .isEqualTo(1);
            assertThat(runs.record(Instance.Line.ECM, new Version("24.2"), ""))
                    .isEqualTo(new TrackRecord(0, Optional.empty(), 0, 0, 0, 0, 0, 0, 0));
            assertThat(runs.record(Instance.Line.SE, new Version("24.1"), "").minutes())
                    .isZero();
            assertThat(runs.of(Instance.Line.SE, new Version("24.2"), 2))
                    .extracting(VersionRun::instance, VersionRun::passed, VersionRun::minutes, VersionRun::incidents)
                    .containsExactly(
                            tuple("INTERNAL", Optional.empty(), Optional.of(55), 1),
                            tuple("B-PRO", Optional.of(99L), Optional.of(30), 1));
            assertThat(runs.count(Instance.Line.SE, new Version("24.2"))).isEqualTo(3);
            assertThat(runs.versions(Instance.Line.SE))
                    .containsExactlyInAnyOrder(
                            new VersionRuns.Ran(new Version("24.2"), 1), new VersionRuns.Ran(new Version("24.1"), 1));
        });
    }

    private static void intervention(JdbcClient database, String key, int minutes) {
        database.sql("""
                        insert into intervention (intervention_key, process_instance_id, process_definition_id,
                            instance_code, client_code, requester, phase, revision, zone, requested_at, downtime_spent)
                        values (:key, :key, 'model', 'A-PRO', 'A', 'rita', 'ENDED', 1, 'UTC', current_timestamp,
                            :minutes)""").param("key", key).param("minutes", minutes).update();
    }

    private static void battery(JdbcClient database, String key, int passed, boolean finished) {
        database.sql("""
                        insert into qa_run (intervention_key, revision, recorded_by, recorded_at, total, passed,
                            failed, blocked, still_open, finished, verdict)
                        values (:key, 1, 'qa', current_timestamp, 100, :passed, 0, 0, 0, :finished, 'PASSED')""")
                .param("key", key)
                .param("passed", passed)
                .param("finished", finished)
                .update();
    }

    private static void incident(JdbcClient database, String key) {
        database.sql("""
                        insert into incident (id, intervention_key, title, severity, caused_by_update, reporter,
                            reported_by, reported_at)
                        values (:key, :key, 'Slow', 'MINOR', 'NO', 'Ana', 'sue', current_timestamp)""").param("key", key).update();
    }

    private static void insert(JdbcClient database, String... run) {
        insert(database, run, null);
    }

    private static void insert(JdbcClient database, String[] run, String key) {
        database.sql("""
                        insert into version_run (instance_code, line, same_as, version, origin, intervention_key,
                            ran_from, ran_until, ending)
                        values (:instance, :line, :version, :version, :origin, :key, current_timestamp,
                            case when cast(:ending as varchar(20)) is null then null else current_timestamp end, :ending)""")
                .param("key", key)
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
        for (var table : new String[] {"qa_run", "incident", "intervention", "instance", "client"}) {
            database.sql("delete from " + table).update();
        }
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
