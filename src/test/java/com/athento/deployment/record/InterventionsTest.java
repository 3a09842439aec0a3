package com.athento.deployment.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Phase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** All pages of a list, one after the other, are what is asked for and in order, however it is found. */
class InterventionsTest {

    private static final Instant NOW = Instant.parse("2027-01-15T12:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2027-01-15");
    private static final Set<Phase> ENDED = Set.of(Phase.ENDED);

    private static final Comparator<Row> UPWARDS = Comparator.<Row, Instant>comparing(
                    row -> row.start.orElse(null), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Row::key);
    private static final Comparator<Row> DOWNWARDS = Comparator.<Row, Instant>comparing(
                    row -> row.start.orElse(null), Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(Row::key, Comparator.reverseOrder());

    private static final List<Row> ROWS = rows();

    private static EmbeddedPostgres postgres;
    private static List<JdbcClient> databases;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        databases = Stream.of(
                        new SingleConnectionDataSource("jdbc:h2:mem:" + UUID.randomUUID(), true),
                        new SingleConnectionDataSource(postgres.getJdbcUrl("postgres", "postgres"), true))
                .map(InterventionsTest::filled)
                .toList();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    static Stream<Selection> selections() {
        var phases = List.<Set<Phase>>of(
                Set.of(), ENDED, Selection.RUNNING, Set.of(Phase.WAITING), EnumSet.of(Phase.CLOSURE, Phase.ENDED));
        return phases.stream()
                .flatMap(phase -> Stream.of(null, DAY.minusDays(20))
                        .flatMap(from -> Stream.of(null, DAY.plusDays(1))
                                .flatMap(to -> Stream.concat(
                                        Stream.of(new Selection(phase, "C1-PRO", from, to, null)),
                                        Stream.of(null, "1", "acme", "C2-PRO", "Client", "%")
                                                .map(text -> new Selection(phase, null, from, to, text))))));
    }

    @ParameterizedTest
    @MethodSource("selections")
    void listsWhatIsAskedFor(Selection selection) {
        for (var database : databases) {
            var interventions = new Interventions(database);
            var wanted = ROWS.stream().filter(row -> row.isIn(selection)).toList();
            for (var latestFirst : List.of(false, true)) {
                var expected = Stream.concat(
                                wanted.stream().filter(Row::isDown).sorted(Comparator.comparing(Row::key)),
                                wanted.stream().filter(row -> !row.isDown()).sorted(latestFirst ? DOWNWARDS : UPWARDS))
                        .map(Row::key)
                        .toList();

                assertThat(pages(interventions, selection, latestFirst)).isEqualTo(expected);
            }
            assertThat(interventions.count(selection)).isEqualTo(wanted.size());
            assertThat(interventions.countUpTo(1000, selection)).isEqualTo(wanted.size());
            assertThat(interventions.countUpTo(3, selection)).isEqualTo(Math.min(3, wanted.size()));
        }
    }

    private static List<String> pages(Interventions interventions, Selection selection, boolean latestFirst) {
        var all = new ArrayList<String>();
        List<InterventionRow> page;
        do {
            page = interventions.find(selection, latestFirst, all.size(), 7);
            page.forEach(row -> all.add(row.key()));
        } while (!page.isEmpty());
        return all;
    }

    private record Row(String key, int client, Phase phase, Optional<Instant> start, LocalDate day, boolean isDown) {

        String instance() {
            return "C" + client + "-PRO";
        }

        boolean isIn(Selection wanted) {
            var text = wanted.text() == null ? "" : wanted.text().toUpperCase(Locale.ROOT);
            return (wanted.phases().isEmpty() || wanted.phases().contains(phase))
                    && (wanted.instance() == null || wanted.instance().equals(instance()))
                    && (wanted.from() == null || !day.isBefore(wanted.from()))
                    && (wanted.to() == null || !day.isAfter(wanted.to()))
                    && (key.contains(text)
                            || ("C" + client).contains(text)
                            || name(client).toUpperCase(Locale.ROOT).contains(text));
        }
    }

    private static String name(int client) {
        return client == 1 ? "Acme" : "Client " + client;
    }

    /** Days are up to one away from those in UTC, as clients are. */
    private static List<Row> rows() {
        var chance = new Random(14);
        var rows = new ArrayList<Row>();
        for (int number = 0; number < 90; number++) {
            var client = chance.nextInt(25);
            var phase = chance.nextBoolean()
                    ? Phase.ENDED
                    : List.copyOf(Selection.RUNNING).get(chance.nextInt(7));
            var start = NOW.minus(chance.nextInt(60 * 24) - 240, ChronoUnit.HOURS);
            var day = LocalDate.ofInstant(start, ZoneOffset.ofHours(chance.nextInt(27) - 12));
            rows.add(new Row(
                    "INT-2027-%04d-C%d-PRO".formatted(number, client),
                    client,
                    phase,
                    Optional.of(start).filter(some -> phase != Phase.ENDED || chance.nextInt(5) > 0),
                    day,
                    phase != Phase.ENDED && chance.nextInt(4) == 0));
        }
        return rows;
    }

    private static JdbcClient filled(DataSource source) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        var database = JdbcClient.create(source);
        for (int client = 0; client < 25; client++) {
            database.sql(
                            "insert into client (code, name, locale, zone, status_key) values (:code, :name, 'es', 'UTC', :code)")
                    .param("code", "C" + client)
                    .param("name", name(client))
                    .update();
        }
        for (var row : ROWS) {
            database.sql("""
                            insert into intervention (intervention_key, process_instance_id, process_definition_id,
                                instance_code, client_code, requester, phase, revision, window_start, window_day, zone,
                                requested_at, ended_at, unavailable_since)
                            values (:key, :key, 'model', :instance, :client, 'rita', :phase, 1, :start, :day, 'UTC',
                                :now, :ended, :down)""")
                    .param("key", row.key)
                    .param("instance", row.instance())
                    .param("client", "C" + row.client)
                    .param("phase", row.phase.name())
                    .param(
                            "start",
                            row.start
                                    .map(start -> start.atOffset(ZoneOffset.UTC))
                                    .orElse(null),
                            Types.TIMESTAMP_WITH_TIMEZONE)
                    .param("day", row.day)
                    .param("now", NOW.atOffset(ZoneOffset.UTC))
                    .param(
                            "ended",
                            row.phase == Phase.ENDED ? NOW.atOffset(ZoneOffset.UTC) : null,
                            Types.TIMESTAMP_WITH_TIMEZONE)
                    .param("down", row.isDown ? NOW.atOffset(ZoneOffset.UTC) : null, Types.TIMESTAMP_WITH_TIMEZONE)
                    .update();
        }
        return database;
    }
}
