package com.athento.deployment.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Environment;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.process.RepeatLostRaces;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** On both databases, since what two nodes see of each other differs. */
class RunningVersionsTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    static Stream<DataSource> databases() {
        return Stream.of(
                        new DriverManagerDataSource("jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID())),
                        postgres.getPostgresDatabase())
                .map(DataSource.class::cast)
                .peek(database -> {
                    flyway(database, "latest").clean();
                    flyway(database, "latest").migrate();
                });
    }

    private static Flyway flyway(DataSource database, String target) {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .cleanDisabled(false)
                .target(target)
                .load();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aLaterVersionReplacesAndAnEarlierOneCorrects(DataSource database) {
        var house = new House(database);
        house.states("24.1.0", "SE", "2026-10-05");
        house.states("24.1", "SE", "2026-10-05");
        house.states("24.2.0", "SE", "2026-11-18");
        house.states("24.1.9", "SE", "2026-11-19");
        house.states("24.1.9", "ECM", "2026-11-19");

        // The day begins in Bogotá; without a later day of an update it runs since it was said.
        assertThat(house.runs())
                .containsExactly(
                        "SE 24.1.0 STATED 2026-10-05T05:00Z 2026-11-18T05:00Z REPLACED",
                        "SE 24.2.0 STATED 2026-11-18T05:00Z 2026-11-19T05:00Z CORRECTED",
                        "SE 24.1.9 STATED 2026-11-19T05:00Z 2026-11-27T10:00Z CORRECTED",
                        "ECM 24.1.9 STATED 2026-11-27T10:00Z null null");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void theDayOfWhatIsStatedIsPutRight(DataSource database) {
        var house = new House(database);
        house.states("24.1.0", "SE", null);
        house.states("24.1.0", "SE", "2026-10-05");
        house.versions.deployed("A-PRO", new Version("24.2.0"), LocalDate.parse("2026-11-27"), "INT-1");
        house.states("24.2.0", "SE", "2026-11-01");

        assertThat(house.runs())
                .containsExactly(
                        "SE 24.1.0 STATED 2026-10-05T05:00Z 2026-11-27T10:00Z REPLACED",
                        "SE 24.2.0 DEPLOYED 2026-11-27T10:00Z null null");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aRollbackTakesBackWhatWasReplacedMeanwhile(DataSource database) {
        var house = new House(database);
        house.states("24.1.0", "SE", "2026-10-05");
        house.versions.deployed("A-PRO", new Version("24.2.0"), LocalDate.parse("2026-11-27"), "INT-1");
        house.states("24.3.0", "SE", "2026-11-27");
        house.rollsBack("INT-1");

        assertThat(house.runs())
                .containsExactly(
                        "SE 24.1.0 STATED 2026-10-05T05:00Z 2026-11-27T10:00Z REPLACED",
                        "SE 24.2.0 DEPLOYED 2026-11-27T10:00Z 2026-11-27T10:00Z ROLLED_BACK",
                        "SE 24.3.0 STATED 2026-11-27T10:00Z 2026-11-27T10:00Z CORRECTED",
                        "SE 24.1.0 RESTORED 2026-11-27T10:00Z null null");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void anAttemptThatWasNeverKeptInterruptsNothing(DataSource database) {
        var house = new House(database);
        house.states("24.1.0", "SE", "2026-10-05");
        house.rollsBack("INT-1");
        house.rollsBack("INT-2");

        assertThat(house.runs())
                .containsExactly(
                        "SE 24.1.0 STATED 2026-10-05T05:00Z null null",
                        "SE 24.2.0 DEPLOYED 2026-11-27T09:00Z 2026-11-27T10:00Z ROLLED_BACK",
                        "SE 24.2.0 DEPLOYED 2026-11-27T09:00Z 2026-11-27T10:00Z ROLLED_BACK");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void twoNodesMoveTheSameInstanceAtOnce(DataSource database) throws Exception {
        var house = new House(database);
        house.states("1.0", "SE", "2026-10-05");
        for (int round = 2; round < 22; round++) {
            var version = "%d.0".formatted(round);
            var together = new CyclicBarrier(2);
            var moves = new ArrayList<Future<?>>();
            var nodes = Executors.newFixedThreadPool(2);
            for (int node = 0; node < 2; node++) {
                moves.add(nodes.submit(() -> {
                    together.await();
                    new House(database).states(version, "SE", null);
                    return null;
                }));
            }
            nodes.shutdown();
            for (var move : moves) {
                move.get();
            }
        }

        assertThat(house.runs())
                .hasSize(21)
                .filteredOn(run -> run.endsWith("null null"))
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatRanAlreadyIsStatedByTheMigration(DataSource database) {
        flyway(database, "latest").clean();
        flyway(database, "29?").migrate();
        var jdbc = JdbcClient.create(database);
        jdbc.sql("insert into client (code, name, locale, zone, status_key) values ('A', 'A', 'es', 'UTC', 'k')")
                .update();
        for (var version : List.of("24.02.00", "9.10.0", "0.0", "10")) {
            jdbc.sql("""
                            insert into instance (code, client_code, environment, line, version, last_update,
                                notice_hours, support_hours, rollback_minutes, banner_key)
                            values (:version, 'A', 'PRO', 'SE', :version, date '2026-10-05', 48, 24, 15, :version)""").param("version", version).update();
        }
        flyway(database, "latest").migrate();

        assertThat(jdbc.sql("select version, same_as from version_run where origin = 'STATED'")
                        .query((row, number) -> {
                            assertThat(row.getString("same_as"))
                                    .isEqualTo(new Version(row.getString("version")).plain());
                            return row.getString("same_as");
                        })
                        .list())
                .containsExactlyInAnyOrder("24.2", "9.10", "0", "10");
        assertThat(jdbc.sql("select ran_from from version_run")
                        .query(OffsetDateTime.class)
                        .list())
                .allMatch(from -> from.toInstant().isAfter(Instant.parse("2026-10-04T20:00:00Z"))
                        && from.toInstant().isBefore(Instant.parse("2026-10-06T04:00:00Z")));
    }

    /** One client, one instance, and who moves its version. */
    private static final class House {

        final RunningVersions versions;
        private final JdbcClient jdbc;
        private final UpdateRegister update;

        House(DataSource database) {
            jdbc = JdbcClient.create(database);
            versions = new RunningVersions(jdbc, Clock.fixed(NOW, ZoneOffset.UTC));
            update = new UpdateRegister(
                    versions, jdbc, new RepeatLostRaces(), new DataSourceTransactionManager(database));
            if (jdbc.sql("select code from client").query(String.class).list().isEmpty()) {
                jdbc.sql(
                                "insert into client (code, name, locale, zone, status_key) values ('A', 'A', 'es', 'America/Bogota', 'k')")
                        .update();
            }
        }

        void states(String version, String line, String lastUpdate) {
            update.atOnce(() -> update.instance(new Instance(
                    "A-PRO",
                    "A",
                    Environment.PRO,
                    Instance.Line.valueOf(line),
                    new Version(version),
                    Optional.ofNullable(lastUpdate).map(LocalDate::parse),
                    Optional.empty(),
                    48,
                    24,
                    15,
                    Optional.empty())));
        }

        void rollsBack(String key) {
            versions.rolledBack(
                    "A-PRO",
                    new Version("24.1.0"),
                    Optional.empty(),
                    key,
                    new Version("24.2.0"),
                    Instant.parse("2026-11-27T09:00:00Z"));
        }

        List<String> runs() {
            return jdbc.sql("select * from version_run order by id")
                    .query((row, number) -> "%s %s %s %s %s %s"
                            .formatted(
                                    row.getString("line"),
                                    row.getString("version"),
                                    row.getString("origin"),
                                    moment(row.getObject("ran_from", OffsetDateTime.class)),
                                    moment(row.getObject("ran_until", OffsetDateTime.class)),
                                    row.getString("ending")))
                    .list();
        }

        private static String moment(OffsetDateTime time) {
            return time == null
                    ? "null"
                    : time.withOffsetSameInstant(ZoneOffset.UTC).toString();
        }
    }
}
