package com.athento.deployment.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import com.athento.deployment.crash.Mailbox.Mail;
import com.athento.deployment.crash.Mailbox.Manner;
import com.athento.deployment.process.Lifecycle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged application on its file database, killed at bad moments and started again; each test has an instance of
 * its own and goes on with the node that the one before left.
 */
class KilledNodeIT {

    /** A dead node's jobs are taken over when its lock on them ends. */
    private static final Duration LOCK = Duration.ofMinutes(5).plusSeconds(10);

    private static final Duration MOMENT = Duration.ofMillis(20);

    /** Between the attempts to send a mail. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3));

    @TempDir
    static Path folder;

    private static Mailbox mailbox;
    private static Node node;

    @BeforeAll
    static void install() {
        mailbox = new Mailbox();
        node = new Node(folder, "spring.profiles.active=demo", "spring.mail.port=" + mailbox.port());
    }

    @AfterAll
    static void remove() {
        node.close();
        mailbox.close();
    }

    @BeforeEach
    void running() {
        mailbox.behaves(Manner.TAKES);
        if (!node.isRunning()) {
            node.starts().isReady();
        }
    }

    @Test
    void tasksTimersAndTheClockSurviveAKill() {
        node.advances(Duration.ofHours(3));
        var waiting = Intervention.requested(node, "ACME-PRO", "24.2.0");
        waiting.isApproved(node).isAgreed(node).hasSent(mailbox, 5);
        var asked = Intervention.requested(node, "ACME-UAT", "24.2.0");
        await().atMost(Node.PATIENCE).until(() -> timers(waiting), timers -> timers == 2);
        asked.completes(node, "product", "approve-product", Intervention.approval("product"));
        // The other team's reminder and the deadline are left when the approval has been passed on.
        await().atMost(Node.PATIENCE).until(() -> asked.jobs(node).size() == 2);
        var before = List.of(waiting.stands(node), asked.stands(node));
        var clock = node.now();
        // The last thing that somebody was told is done, a moment before the end.
        var last = Intervention.requested(node, "NORTHWIND-PRO", "24.2.0");
        node.isKilled();

        node.starts().isReady();

        assertThat(List.of(waiting.stands(node), asked.stands(node))).isEqualTo(before);
        assertThat(node.now()).isAfter(clock).isBefore(clock.plus(Node.PATIENCE));
        assertThat(last.waitsFor(node, "approve-product")).isNotBlank();

        asked.completes(node, "project", "approve-project", Intervention.approval("project"))
                .hasSent(mailbox, 3);
        asked.waitsFor(node, "obtain-client-consent");
        node.advancesTo(waiting.windowStart(node).minus(Duration.ofDays(2)));
        waiting.hasSent(mailbox, 6);
        node.advancesTo(waiting.windowStart(node));
        waiting.completes(node, "systems", "start-deployment", Map.of("startDecision", "START"))
                .waitsFor(node, "deploy");
        assertThat(mailbox.taken(waiting.key())).hasSize(6);
        waiting.repeatedNothing(node, mailbox);
    }

    private static long timers(Intervention intervention) {
        return intervention.jobs(node).stream()
                .filter(job -> job.get("dueDate") != null)
                .count();
    }

    @Test
    void killedBeforeTheServerTookTheMailItSendsIt() {
        var intervention = killedIn(Manner.HANGS, "ACME-QA", "24.2.0");

        assertThat(intervention.hasSent(mailbox, 3))
                .contains(mailbox.read(intervention.key()).get(0));
        intervention.isAgreed(node).hasSent(mailbox, 5);
        assertThat(mailbox.taken(intervention.key())).hasSize(5);
        intervention.repeatedNothing(node, mailbox);
    }

    @Test
    void killedBeforeTheServerSaidThatItTookTheMailItSendsTheSameOnceMore() {
        var intervention = killedIn(Manner.TAKES_AND_HANGS, "INTERNAL-SE", "24.3.0");

        var taken = intervention.hasSent(mailbox, 2);
        assertThat(taken.get(1)).isEqualTo(taken.get(0));
        intervention.isAgreed(node).hasSent(mailbox, 4);
        assertThat(mailbox.taken(intervention.key()))
                .extracting(Mail::messageId)
                .hasSize(4);
        assertThat(Set.copyOf(mailbox.taken(intervention.key()))).hasSize(3);
        assertThat(intervention.timeline(node)).doesNotHaveDuplicates();
    }

    /** Killed in the conversation about the first mail, started again, the dead lock run out. */
    private static Intervention killedIn(Manner manner, String instance, String version) {
        var intervention = Intervention.requested(node, instance, version);
        mailbox.behaves(manner);
        intervention.isApproved(node);
        await("the conversation")
                .atMost(Node.PATIENCE)
                .pollInterval(MOMENT)
                .until(() -> !mailbox.read(intervention.key()).isEmpty());
        node.isKilled();
        mailbox.behaves(Manner.TAKES);
        node.starts().isReady();
        node.advances(LOCK);
        return intervention;
    }

    @Test
    void stoppedInMidConversationItFinishesTheMail() throws Exception {
        var intervention = Intervention.requested(node, "INTERNAL-ECM", "9.11.0");
        mailbox.behaves(Manner.TAKES_AND_HANGS);
        intervention.isApproved(node);
        await("the conversation")
                .atMost(Node.PATIENCE)
                .pollInterval(MOMENT)
                .until(() -> !mailbox.taken(intervention.key()).isEmpty());
        var clock = node.now();
        var letGo = CompletableFuture.runAsync(
                () -> mailbox.behaves(Manner.TAKES), CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS));
        node.stops();
        letGo.get();

        node.starts().isReady();

        assertThat(node.now()).isAfter(clock);
        intervention.waitsFor(node, "obtain-client-consent");
        intervention.isAgreed(node).hasSent(mailbox, 3);
        assertThat(mailbox.taken(intervention.key())).hasSize(3);
        intervention.repeatedNothing(node, mailbox);
    }

    @Test
    void deadMailServerHoldsNothingElseUpAndIsAnIncidentAfterTheLastRetryOnly() {
        var intervention = Intervention.requested(node, "ANDES-PRO", "9.10.0");
        intervention.isApproved(node).isAgreed(node).hasSent(mailbox, 4);
        node.advancesTo(intervention.windowStart(node).minus(Duration.ofDays(3)));
        intervention.hasSent(mailbox, 5);
        node.advancesTo(intervention.windowStart(node));
        intervention.completes(node, "systems", "start-deployment", Map.of("startDecision", "START"));
        intervention.completes(node, "systems", "deploy", Map.of("deploymentResult", "DEPLOYED"));
        mailbox.down();
        try {
            intervention.completes(node, "qa", "run-qa-battery", Lifecycle.qa(100, 100, 0, 0, 0, true));

            intervention.waitsFor(node, "watch-over-users");
            for (int left = PAUSES.size(); left > 0; left--) {
                intervention.hasRetriesLeft(node, left);
                assertThat(intervention.troubles(node)).isEmpty();
                node.advances(PAUSES.get(PAUSES.size() - left).plusSeconds(1));
            }
            intervention.hasRetriesLeft(node, 0);
        } finally {
            mailbox.up();
        }
        assertThat(intervention.troubles(node))
                .singleElement(STRING)
                .contains("result-for-contact", intervention.key(), "retry this job");
        assertThat(mailbox.taken(intervention.key())).hasSize(5);

        intervention.isRetried(node, "manager");

        intervention.hasSent(mailbox, 8);
        await().atMost(Node.PATIENCE).until(() -> intervention.troubles(node).isEmpty());
        intervention
                .completes(node, "support", "watch-over-users", Map.of("endEarlyReason", "Quiet"))
                .waitsFor(node, "close-intervention");
        assertThat(mailbox.taken(intervention.key())).hasSize(8);
        intervention.repeatedNothing(node, mailbox);
    }
}
