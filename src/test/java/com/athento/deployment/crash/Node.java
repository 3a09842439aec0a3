package com.athento.deployment.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.athento.deployment.security.Visit;
import com.athento.deployment.security.Visit.Answer;
import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged application as a process of its own, which can be killed. */
final class Node implements AutoCloseable {

    /** Long enough for a machine that has much else to do. */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String HEALTH = "/actuator/health";

    private final Path folder;
    private final Path log;
    private final int port = freePort();
    private final List<String> command = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private Process process;

    /**
     * A node that was not started yet.
     *
     * @param folder where it runs; its log is there, and what it keeps beside a given database
     * @param settings such as {@code spring.mail.port=2525}
     */
    Node(Path folder, String... settings) {
        this.folder = folder;
        this.log = folder.resolve("node-%d.log".formatted(port));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-jar", jar().toString()));
        command.add("--server.port=" + port);
        // All of them ask for the same window.
        command.add("--deployment.capacity.at-once=1000");
        for (var setting : settings) {
            command.add("--" + setting);
        }
    }

    static Path jar() {
        try (var built = Files.newDirectoryStream(Path.of("target"), "type-4-deployment-*.jar")) {
            return built.iterator().next().toAbsolutePath();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static int freePort() {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    /** On a machine of that zone. */
    Node standsIn(String zone) {
        command.add(1, "-Duser.timezone=" + zone);
        return this;
    }

    /** From another jar, with an archive of its classes; the JVM's own options are for this node alone. */
    Node startsWithArchive(Path of, String... options) {
        var start = Path.of("build-tools", "start", "start.sh").toAbsolutePath();
        command.subList(0, command.indexOf(jar().toString()) + 1).clear();
        command.addAll(0, List.of(start.toString(), of.toString()));
        environment.put("JAVA_OPTS", "-Xmx512m " + String.join(" ", options));
        return this;
    }

    /** Starts it, and does not wait. */
    Node starts() {
        try {
            var builder = new ProcessBuilder(command);
            builder.environment().putAll(environment);
            process = builder.directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            // It does not outlive the test, however that ends.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return this;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Returns when it serves. */
    Node isReady() {
        await("the start of the node; see " + log)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> !process.isAlive() || isHealthy());
        assertThat(process.isAlive()).as("the node lives:\n%s", lastLines()).isTrue();
        return this;
    }

    boolean isRunning() {
        return process != null && process.isAlive();
    }

    boolean isHealthy() {
        try {
            return Visit.nobody(port).get(HEALTH).status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** What a probe of that name reads: a status of HTTP. */
    int probes(String name) {
        return Visit.nobody(port).get(HEALTH + "/" + name).status();
    }

    /** {@code kill -9}: nothing of it gets a chance to put anything in order. */
    void isKilled() {
        process.destroyForcibly();
        ends();
    }

    /** As an operator stops it. */
    void stops() {
        process.destroy();
        ends();
    }

    private void ends() {
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("the node ends")
                    .isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        if (isRunning()) {
            isKilled();
        }
    }

    String lastLines() {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    // What people and machines ask of it.

    Visit by(String account) {
        return Visit.by(account, port);
    }

    Visit browser() {
        return Visit.browser(port);
    }

    /** The same browser, sent here. */
    Visit gets(Visit browser) {
        return browser.at(port);
    }

    Answer asks(String path) {
        return by("admin").get(path).isFine();
    }

    Instant now() {
        return Instant.parse(JsonPath.read(asks("/demo/api/clock").body(), "$.now"));
    }

    /** Moves the demo's clock. */
    void advances(Duration time) {
        by("admin")
                .post("/demo/api/clock", "{\"advance\":\"%s\"}".formatted(time))
                .isFine();
    }

    void advancesTo(Instant moment) {
        advances(Duration.between(now(), moment).plusSeconds(1));
    }
}
