package com.athento.deployment.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.subethamail.smtp.server.SMTPServer;

/**
 * Many windows that begin in the same minute, on one node and on three, each a JVM of its own with the job executor as
 * in production: how long it takes until the last team has its task, and until the last mail about one has left.
 */
final class Windows {

    private static final List<Integer> NODES = List.of(1, 3);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** From when the nodes hear of the time until it comes. */
    private static final Duration AHEAD = Duration.ofSeconds(10);

    private static final String DUE = "select count(*) from act_ru_job where duedate_ is null or duedate_ <= :now";
    private static final String STARTABLE =
            "select count(*) from act_ru_task where task_def_key_ = 'start-deployment' and create_time_ >= :now";

    private final int windows;

    Windows(int windows) {
        this.windows = windows;
    }

    void measure() throws Exception {
        for (var nodes : NODES) {
            measure(nodes);
        }
    }

    private void measure(int nodes) throws Exception {
        var sink = SMTPServer.port(0).hostName("127.0.0.1").build();
        sink.start();
        try (var postgres = EmbeddedPostgres.start();
                var pool = Lifecycles.pool(postgres.getJdbcUrl("postgres", "postgres"), "postgres")) {
            var sql = JdbcClient.create(pool);
            try (var application =
                    Whole.on(pool, sink.getPortAllocated(), false, "--deployment.capacity.at-once=" + (windows + 1))) {
                var walk = new Walk(application.getBean(ProcessEngine.class), false);
                for (int number = 0; number < windows; number++) {
                    walk.agreedOn(Whole.instance(sql, number));
                }
            } finally {
                ClockUtil.reset();
            }
            var url = postgres.getJdbcUrl("postgres", "postgres");
            var started = IntStream.range(0, nodes)
                    .mapToObj(node -> Node.starts(url, sink.getPortAllocated()))
                    .toList();
            try {
                begin(started, sql);
            } finally {
                started.forEach(Node::close);
            }
        } finally {
            sink.stop();
        }
    }

    private void begin(List<Node> nodes, JdbcClient sql) throws Exception {
        for (var node : nodes) {
            node.isReady();
        }
        // The notices come first: a node that has run for days is measured, not one that has just started.
        for (var before : List.of(Walk.NOTICE, Walk.WINDOW.minus(Duration.ofMinutes(1)))) {
            all(nodes, before);
            waits(sql, DUE, 0, before);
        }
        var begins = System.nanoTime() + AHEAD.toNanos();
        all(nodes, Walk.WINDOW.minus(AHEAD));
        waits(sql, STARTABLE, windows, Walk.WINDOW);
        var startable = seconds(begins);
        waits(sql, DUE, 0, Walk.WINDOW);
        System.out.printf(
                "%nPostgreSQL, %d windows at once, %d nodes: startable after %.1f s, all mails about them after %.1f s%n",
                windows, nodes.size(), startable, seconds(begins));
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void all(List<Node> nodes, Instant now) {
        nodes.forEach(node -> node.hears(now));
    }

    private static void waits(JdbcClient sql, String count, long until, Instant now) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (sql.sql(count)
                        .param("now", java.sql.Timestamp.from(now))
                        .query(Long.class)
                        .single()
                != until) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not within " + PATIENCE + ": " + count);
            }
            Thread.sleep(50);
        }
    }

    /** One that runs jobs, and is told what time it is. */
    private record Node(Process process, BufferedReader says) implements AutoCloseable {

        static Node starts(String url, int mailPort) {
            try {
                var java = Path.of(System.getProperty("java.home"), "bin", "java");
                var process = new ProcessBuilder(
                                java.toString(),
                                "-Xmx512m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Windows.class.getName(),
                                url,
                                String.valueOf(mailPort))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
                return new Node(
                        process,
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }

        void isReady() throws IOException {
            for (var line = says.readLine(); !"ready".equals(line); line = says.readLine()) {
                if (line == null) {
                    throw new IllegalStateException("the node ended before it was ready");
                }
            }
        }

        void hears(Instant now) {
            try {
                process.getOutputStream().write((now.toEpochMilli() + "\n").getBytes(StandardCharsets.UTF_8));
                process.getOutputStream().flush();
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }

        @Override
        public void close() {
            process.destroyForcibly();
            try {
                process.waitFor(1, TimeUnit.MINUTES);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * A node: the database, the port of the mail server; on its input what time it is, each time that it is another.
     */
    public static void main(String[] arguments) {
        try (var pool = Lifecycles.pool(arguments[0], "postgres", 20);
                var application = Whole.node(pool, Integer.parseInt(arguments[1]));
                var times = new Scanner(System.in, StandardCharsets.UTF_8)) {
            System.out.println("ready");
            while (application.isRunning() && times.hasNextLong()) {
                ClockUtil.offset(times.nextLong() - System.currentTimeMillis());
            }
        }
    }
}
