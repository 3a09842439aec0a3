package com.athento.deployment.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.subethamail.smtp.server.SMTPServer;

/**
 * Whole lifecycles of the model with all rules, read model and mails, beside the frozen model with empty delegates and
 * listeners; both warm, in alternating rounds, on H2 and on PostgreSQL. Prints medians and ratios; judges nothing.
 */
final class Lifecycles {

    /** So many lifecycles of each, before one counts: then the JVM has compiled what matters. */
    private static final int WARM = 240;

    private static final int THREADS = 3;

    private final int lifecycles;
    private final int rounds;

    Lifecycles(int lifecycles, int rounds) {
        this.lifecycles = lifecycles;
        this.rounds = rounds;
    }

    void measure() throws Exception {
        on("H2", "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1"::formatted, "sa", Optional.empty());
        try (var postgres = EmbeddedPostgres.start()) {
            for (var name : List.of("whole", "bare")) {
                JdbcClient.create(postgres.getPostgresDatabase())
                        .sql("create database " + name)
                        .update();
            }
            on("PostgreSQL", name -> postgres.getJdbcUrl("postgres", name), "postgres", Optional.of(postgres));
        }
    }

    private int warmRounds() {
        return (WARM + lifecycles - 1) / lifecycles;
    }

    private interface Url {
        String of(String name);
    }

    private void on(String database, Url url, String user, Optional<EmbeddedPostgres> postgres) throws Exception {
        var sink = SMTPServer.port(0).hostName("127.0.0.1").build();
        sink.start();
        var wholeStatements = new Statements();
        var bareStatements = new Statements();
        var wholePool = pool(url.of("whole"), user);
        var barePool = pool(url.of("bare"), user);
        try (var application = Whole.on(
                wholeStatements.counting(wholePool),
                sink.getPortAllocated(),
                false,
                "--deployment.capacity.at-once=" + (lifecycles + 1))) {
            for (int number = 0; number < lifecycles; number++) {
                Whole.instance(JdbcClient.create(wholePool), number);
            }
            var bareEngine = Bare.on(bareStatements.counting(barePool));
            var server = postgres.map(Server::of).orElse(new Server(Optional.empty()));
            var whole = new Subject(
                    "whole",
                    new Walk(application.getBean(ProcessEngine.class), false),
                    wholeStatements,
                    wholePool,
                    server);
            var bare = new Subject("bare", new Walk(bareEngine, true), bareStatements, barePool, server);

            System.out.printf("%n%s, %d lifecycles a round%n", database, lifecycles);
            for (int warm = 0; warm < warmRounds(); warm++) {
                whole.round(lifecycles);
                bare.round(lifecycles);
            }
            whole.rounds.clear();
            bare.rounds.clear();
            wholeStatements.forget();
            bareStatements.forget();
            var before = postgres.map(p -> new long[] {size(wholePool), size(barePool)});
            for (int round = 0; round < rounds; round++) {
                whole.round(lifecycles);
                bare.round(lifecycles);
            }
            print("lifecycles per second", whole, bare, Round::rate);
            print("CPU milliseconds of the JVM", whole, bare, Round::jvm);
            if (postgres.isPresent()) {
                print("CPU milliseconds of the database", whole, bare, Round::database);
                print("CPU milliseconds of both", whole, bare, round -> round.jvm() + round.database());
            }
            print("KiB allocated per lifecycle", whole, bare, Round::allocated);
            print("round trips per lifecycle", whole, bare, Round::roundTrips);
            print("statements, batches' elements", whole, bare, Round::statements);
            print("commits per lifecycle", whole, bare, Round::commits);
            before.ifPresent(sizes -> System.out.printf(
                    "  KiB kept per lifecycle (%d)   whole %.1f, bare %.1f%n",
                    lifecycles * rounds,
                    (size(wholePool) - sizes[0]) / 1024.0 / lifecycles / rounds,
                    (size(barePool) - sizes[1]) / 1024.0 / lifecycles / rounds));
            printStatements(whole, bare);
            before.ifPresent(sizes -> {
                printSizes("whole", wholePool);
                printSizes("bare", barePool);
            });
            parallel(whole, bare);
            bareEngine.close();
        } finally {
            ClockUtil.reset();
            sink.stop();
            wholePool.close();
            barePool.close();
        }
    }

    static HikariDataSource pool(String url, String user) {
        return pool(url, user, 10);
    }

    static HikariDataSource pool(String url, String user, int connections) {
        var settings = new HikariConfig();
        settings.setJdbcUrl(url);
        settings.setUsername(user);
        settings.setMaximumPoolSize(connections);
        return new HikariDataSource(settings);
    }

    /** All of the database after a full vacuum: what the lifecycles left behind, and nothing that will be reused. */
    static long size(DataSource database) {
        var sql = JdbcClient.create(database);
        sql.sql("vacuum full").update();
        return sql.sql("select pg_database_size(current_database())")
                .query(Long.class)
                .single();
    }

    /** Which tables the lifecycles fill, warm-up included, indices and long values with them. */
    private void printSizes(String subject, DataSource database) {
        System.out.println("  KiB per lifecycle, by table: " + subject);
        JdbcClient.create(database)
                .sql("""
                        select relname, pg_total_relation_size(relid) / 1024.0 as kib
                        from pg_stat_user_tables order by 2 desc limit 16""")
                .query((row, number) -> "    %-50s %6.1f"
                        .formatted(
                                row.getString("relname"), row.getDouble("kib") / (warmRounds() + rounds) / lifecycles))
                .list()
                .forEach(System.out::println);
    }

    private static void print(String figure, Subject whole, Subject bare, ToDoubleFunction<Round> of) {
        var ratios = new ArrayList<Double>();
        for (int round = 0; round < whole.rounds.size(); round++) {
            ratios.add(of.applyAsDouble(whole.rounds.get(round)) / of.applyAsDouble(bare.rounds.get(round)));
        }
        System.out.printf(
                "  %-32s whole %.1f, bare %.1f, ratio %.2f%n",
                figure,
                median(whole.rounds.stream().map(of::applyAsDouble).toList()),
                median(bare.rounds.stream().map(of::applyAsDouble).toList()),
                median(ratios));
    }

    /** Where the statements go: the kinds of which the two subjects do not run equally many. */
    private void printStatements(Subject whole, Subject bare) {
        var ofWhole = whole.statements.byKind();
        var ofBare = bare.statements.byKind();
        double walked = rounds * lifecycles;
        System.out.println("  statements per lifecycle, by kind (whole, bare)");
        Stream.concat(ofWhole.keySet().stream(), ofBare.keySet().stream())
                .distinct()
                .sorted(Comparator.comparingLong(
                        kind -> ofBare.getOrDefault(kind, 0L) - ofWhole.getOrDefault(kind, 0L)))
                .forEach(kind -> System.out.printf(
                        "    %-50s %6.1f %6.1f%n",
                        kind, ofWhole.getOrDefault(kind, 0L) / walked, ofBare.getOrDefault(kind, 0L) / walked));
    }

    static double median(List<Double> figures) {
        var sorted = figures.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** The same in three threads. */
    private void parallel(Subject whole, Subject bare) {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            whole.rounds.clear();
            bare.rounds.clear();
            for (int round = 0; round < rounds; round++) {
                whole.round(lifecycles, threads);
                bare.round(lifecycles, threads);
            }
            print("the same per second in %d threads".formatted(THREADS), whole, bare, Round::rate);
            print("CPU milliseconds of the JVM", whole, bare, Round::jvm);
        } finally {
            threads.shutdown();
        }
    }

    /** Of one lifecycle, but for the rate, which is a second's; CPU in milliseconds. */
    private record Round(
            double rate,
            double jvm,
            double database,
            double allocated,
            double roundTrips,
            double statements,
            double commits) {}

    /** One of the two that are compared. */
    private record Subject(
            String name, Walk walk, Statements statements, DataSource pool, Server server, List<Round> rounds) {

        Subject(String name, Walk walk, Statements statements, DataSource pool, Server server) {
            this(name, walk, statements, pool, server, new ArrayList<>());
        }

        void round(int lifecycles) {
            measure(lifecycles, () -> {
                for (int walked = 0; walked < lifecycles; walked++) {
                    walk.whole();
                }
            });
        }

        void round(int lifecycles, ExecutorService threads) {
            measure(
                    lifecycles,
                    () -> walk.whole(
                            IntStream.range(0, lifecycles)
                                    .mapToObj("BENCH-%d"::formatted)
                                    .toList(),
                            threads));
        }

        private void measure(int lifecycles, Runnable round) {
            var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            var memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            var countBefore = statements.count();
            var databaseBefore = server.cpu();
            long cpuBefore = machine.getProcessCpuTime();
            long allocatedBefore = memory.getCurrentThreadAllocatedBytes();
            long before = System.nanoTime();
            round.run();
            var rate = lifecycles * 1e9 / (System.nanoTime() - before);
            var cpu = (machine.getProcessCpuTime() - cpuBefore) / 1e6;
            var database = server.cpu().minus(databaseBefore).toNanos() / 1e6;
            var allocated = (memory.getCurrentThreadAllocatedBytes() - allocatedBefore) / 1024.0;
            var count = statements.count().minus(countBefore);
            double walked = lifecycles;
            rounds.add(new Round(
                    rate,
                    cpu / walked,
                    database / walked,
                    allocated / walked,
                    count.roundTrips() / walked,
                    count.statements() / walked,
                    count.commits() / walked));
            statements.without(walk::settles);
        }
    }

    /** The processes of a database server on this machine; none where it is part of the JVM. */
    private record Server(Optional<ProcessHandle> first) {

        static Server of(EmbeddedPostgres postgres) {
            var one = JdbcClient.create(postgres.getPostgresDatabase())
                    .sql("select pg_backend_pid()")
                    .query(Long.class)
                    .single();
            return new Server(ProcessHandle.of(one).flatMap(ProcessHandle::parent));
        }

        Duration cpu() {
            return first.stream()
                    .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
                    .flatMap(process -> process.info().totalCpuDuration().stream())
                    .reduce(Duration.ZERO, Duration::plus);
        }
    }
}
