package com.athento.deployment.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One database, and nodes of the packaged application on machines of different zones. */
class ZonesIT {

    private static final DateTimeFormatter ENGINE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

    @TempDir
    Path folder;

    @Test
    void restartedInAnotherZoneTheWindowOpensAtItsMoment() {
        try (var mailbox = new Mailbox();
                var inTokyo = node(mailbox).standsIn("Asia/Tokyo");
                var inMadrid = node(mailbox).standsIn("Europe/Madrid")) {
            inTokyo.starts().isReady();
            var intervention = waiting(inTokyo);
            var stood = intervention.stands(inTokyo);
            var windowStart = intervention.windowStart(inTokyo);
            inTokyo.stops();

            inMadrid.starts().isReady();

            assertThat(intervention.stands(inMadrid)).isEqualTo(stood);
            inMadrid.advancesTo(windowStart.minus(Duration.ofMinutes(10)));
            // The notice to the users leaves, and the window is all that is waited for.
            await().atMost(Node.PATIENCE).until(() -> dueDates(intervention, inMadrid), List.of(windowStart)::equals);
            inMadrid.advancesTo(windowStart);
            opens(intervention, inMadrid);
        }
    }

    @Test
    void twoNodesOfDifferentZonesAgree() throws IOException {
        try (var database = EmbeddedPostgres.start();
                var mailbox = new Mailbox();
                var inTokyo = node(mailbox, database).standsIn("Asia/Tokyo");
                var inBogota = node(mailbox, database).standsIn("America/Bogota")) {
            inTokyo.starts();
            inBogota.starts();
            inTokyo.isReady();
            inBogota.isReady();

            var intervention = waiting(inTokyo);

            assertThat(intervention.stands(inBogota)).isEqualTo(intervention.stands(inTokyo));
            assertThat(dueDates(intervention, inBogota)).contains(intervention.windowStart(inTokyo));
            inBogota.advancesTo(intervention.windowStart(inBogota));
            opens(intervention, inBogota);
        }
    }

    private static void opens(Intervention intervention, Node node) {
        intervention.completes(node, "systems", "start-deployment", Map.of("startDecision", "START"));
    }

    /** Both sides agreed, and all of it was told; two timers are ahead, notice and window. */
    private static Intervention waiting(Node node) {
        var intervention = Intervention.requested(node, "ACME-PRO", "24.2.0")
                .isApproved(node)
                .isAgreed(node);
        await().atMost(Node.PATIENCE)
                .until(() -> intervention.jobs(node).size() == 2
                        && dueDates(intervention, node).size() == 2);
        return intervention;
    }

    private static List<Instant> dueDates(Intervention intervention, Node node) {
        return intervention.jobs(node).stream()
                .map(job -> (String) job.get("dueDate"))
                .filter(Objects::nonNull)
                .map(date -> OffsetDateTime.parse(date, ENGINE_TIME).toInstant())
                .toList();
    }

    private Node node(Mailbox mailbox) {
        return new Node(folder, "spring.profiles.active=demo", "spring.mail.port=" + mailbox.port());
    }

    private Node node(Mailbox mailbox, EmbeddedPostgres database) {
        return new Node(
                folder,
                "spring.profiles.active=demo",
                "spring.mail.port=" + mailbox.port(),
                "spring.datasource.url=" + database.getJdbcUrl("postgres", "postgres"),
                "spring.datasource.username=postgres");
    }
}
