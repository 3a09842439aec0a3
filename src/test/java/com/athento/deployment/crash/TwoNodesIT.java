package com.athento.deployment.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.athento.deployment.crash.Mailbox.Mail;
import com.athento.deployment.security.Visit;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes of the packaged application on one PostgreSQL, which they find empty. */
class TwoNodesIT {

    private static final int INTERVENTIONS = 20;

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String TASKS = "/camunda/api/engine/engine/default/task";

    /** Whoever asks for the state of a node does not wait longer. */
    private static final Duration IN_TIME = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private final int port = Node.freePort();

    @Test
    void startTogetherShareTheWorkAndOutliveTheirDatabase() throws Exception {
        var register = Files.writeString(folder.resolve("register.yaml"), register());
        var database = database();
        try (var mailbox = new Mailbox();
                var one = node(mailbox, register);
                var other = node(mailbox, register)) {
            one.starts();
            other.starts();
            one.isReady();
            other.isReady();

            var interventions = together(IntStream.range(0, INTERVENTIONS)
                    .<Callable<Intervention>>mapToObj(i ->
                            () -> walks(i % 2 == 0 ? one : other, i % 2 == 0 ? other : one, "TWO-%02d".formatted(i)))
                    .toList());
            interventions.forEach(each -> each.hasSent(mailbox, 3));
            interventions.forEach(each -> hasThreeMails(each, one, mailbox));

            var browser = worksAtAnyNode(one, other);

            database.close();
            await().atMost(Node.PATIENCE).until(() -> !one.isHealthy() && !other.isHealthy());
            assertThat(one.probes("liveness")).isEqualTo(200);
            var asked = System.nanoTime();
            assertThat(one.probes("readiness")).isEqualTo(503);
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(IN_TIME);
            var told = one.gets(browser).get("/interventions");
            assertThat(told.status()).isEqualTo(500);
            assertThat(told.body()).contains("class=\"bar\"");
            database = database();
            one.isReady();
            other.isReady();
            loggingOutEndsItEverywhere(browser, one, other);

            var afterwards = walks(one, other, "TWO-%02d".formatted(INTERVENTIONS));
            afterwards.hasSent(mailbox, 3);
            hasThreeMails(afterwards, other, mailbox);
            interventions.forEach(each -> hasThreeMails(each, other, mailbox));
        } finally {
            database.close();
        }
    }

    /** Logs in at one node, claims a task at the other, and the first one starts again. */
    private static Visit worksAtAnyNode(Node one, Node other) {
        var task = Intervention.requested(one, "TWO-%02d".formatted(INTERVENTIONS + 1), "24.2.0")
                .waitsFor(one, "approve-product");
        var browser = one.browser();
        browser.logsIn("product", "demo");
        assertThat(one.gets(browser).get(TASKLIST).status()).isEqualTo(200);

        var there = other.gets(browser).with("X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"));
        there.post(TASKS + "/%s/claim".formatted(task), "{\"userId\":\"product\"}")
                .isFine();

        one.stops();
        one.starts().isReady();
        assertThat(one.gets(browser).get(TASKLIST).status()).isEqualTo(200);
        assertThat(one.gets(browser).get(TASKS + "/" + task).isFine().body()).contains("\"assignee\":\"product\"");
        return browser;
    }

    private static void loggingOutEndsItEverywhere(Visit browser, Node one, Node other) {
        assertThat(one.gets(browser).get("/interventions").status()).isEqualTo(200);

        other.gets(browser).form("/logout", Map.of("_csrf", browser.cookie("XSRF-OWN")));

        assertThat(one.gets(browser).get("/interventions").location()).endsWith("/login");
        assertThat(one.gets(browser).get(TASKS).status()).isEqualTo(401);
    }

    /** Asked for and approved at one node, agreed at the other: two mails to the contact. */
    private static Intervention walks(Node node, Node other, String instance) {
        return Intervention.requested(node, instance, "24.2.0").isApproved(node).isAgreed(other);
    }

    private static void hasThreeMails(Intervention intervention, Node node, Mailbox mailbox) {
        await("the three mails of %s on record".formatted(intervention.key()))
                .atMost(Node.PATIENCE)
                .until(() -> intervention.mailStates(node).equals(List.of("SENT", "SENT", "SENT")));
        assertThat(mailbox.taken(intervention.key()))
                .extracting(Mail::messageId)
                .hasSize(3)
                .doesNotHaveDuplicates();
        assertThat(intervention.timeline(node)).doesNotHaveDuplicates();
    }

    private static <T> List<T> together(List<Callable<T>> tasks) throws InterruptedException, ExecutionException {
        var people = Executors.newFixedThreadPool(4);
        try {
            var results = new ArrayList<T>();
            for (var result : people.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        } finally {
            people.shutdownNow();
        }
    }

    private EmbeddedPostgres database() throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder.resolve("postgresql"))
                .setCleanDataDirectory(false)
                .start();
    }

    private Node node(Mailbox mailbox, Path register) {
        return new Node(
                folder,
                "spring.profiles.active=demo",
                "spring.mail.port=" + mailbox.port(),
                // As in production: the demo's has the port in its name.
                "server.servlet.session.cookie.name=SESSION",
                "spring.datasource.url=jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port),
                "spring.datasource.username=postgres",
                "register.import=" + register);
    }

    private static String register() {
        return """
                clients:
                  - code: TWO
                    name: Two Nodes
                    locale: es
                    zone: Europe/Madrid
                    contacts:
                      - {name: Ana Ruiz, email: ana@two.example, role: CONTACT}
                      - {name: Everybody, email: all@two.example, role: END_USERS}
                      - {name: Ana Ruiz, email: ana@two.example, role: PROJECT_TEAM}
                    instances:
                      - {code: TWO-SE, environment: INTERNAL, line: SE, version: 24.2.0}
                      - {code: TWO-UAT, environment: UAT, line: SE, version: 24.2.0}
                """
                + IntStream.rangeClosed(0, INTERVENTIONS + 1)
                        .mapToObj(
                                "      - {code: TWO-%02d, environment: PRO, line: SE, version: 24.1.0, last-update: 2026-10-05, notice-hours: 48, support-hours: 24, rollback-minutes: 15}"
                                        ::formatted)
                        .collect(Collectors.joining("\n"))
                + "\n";
    }
}
