package com.athento.deployment.crash;

import static com.athento.deployment.process.Lifecycle.approval;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.athento.deployment.consent.web.OneTimeForTwo;
import com.athento.deployment.consent.web.TimeBesideReschedule;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.InterventionLock;
import com.athento.deployment.process.LastPlace;
import com.athento.deployment.process.Lifecycle;
import com.athento.deployment.process.PathsTest;
import com.athento.deployment.record.Examples;
import com.athento.deployment.register.Register;
import com.athento.deployment.schedule.capacity.SystemsTeam;
import com.athento.deployment.security.Visit;
import com.athento.deployment.security.Visit.Answer;
import com.athento.deployment.security.Visit.Part;
import com.jayway.jsonpath.JsonPath;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The procedure on PostgreSQL, from an empty database. */
@DirtiesContext
class PostgresIT extends PathsTest {

    private static final int TIMES = Integer.getInteger("races.times", 5);

    private static EmbeddedPostgres postgres;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    Register register;

    @Autowired
    InterventionLock lock;

    @Autowired
    RuntimeService runtime;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    SystemsTeam team;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) throws IOException {
        postgres = EmbeddedPostgres.start();
        settings.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
        settings.add("spring.datasource.username", () -> "postgres");
        settings.add("deployment.capacity.at-once", () -> 1);
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void wholeLifecycle() {
        var intervention = lifecycle.supported().closes();

        assertEnded(intervention, "DEPLOYED");
        assertThat(intervention.mails())
                .containsExactly(
                        "consent-request to CONTACT",
                        "window-confirmed to CONTACT",
                        "window-for-colleagues to COLLEAGUES",
                        "user-notice to UNINFORMED_END_USERS",
                        "result-for-contact to CONTACT",
                        "result-for-users to END_USERS",
                        "result-for-support to SUPPORT",
                        "closing to PROJECT_TEAM");
        assertThat(version(intervention)).isEqualTo("24.2.0");
    }

    @Test
    void rollback() {
        var intervention = lifecycle.deployed().battery(100, 79, 21).rollsBack().continues();
        assertThat(version(intervention)).isEqualTo("24.1.0");

        assertEnded(intervention.closes(), "ROLLED_BACK");
    }

    private String version(Lifecycle.Intervention intervention) {
        return database.sql("select version from instance where code = ?")
                .param(intervention.value("instanceCode"))
                .query(String.class)
                .single();
    }

    @Test
    void twoDenialsAtTheSameInstant() throws Exception {
        var people = Executors.newFixedThreadPool(2);
        try {
            for (int time = 0; time < 10; time++) {
                var intervention = lifecycle.requested();
                var barrier = new CyclicBarrier(2);
                var fine = 0;
                for (var answer : people.invokeAll(Stream.of("product", "project")
                        .map(team -> denial(intervention, team, barrier))
                        .toList())) {
                    if (answer.get().status() < 300) {
                        fine++;
                    } else {
                        answer.get().isRefused(409);
                    }
                }

                assertEnded(intervention.continues(), "DENIED");
                assertThat(database.sql("select reason from approval where intervention_key = ?")
                                .param(intervention.key())
                                .query(String.class)
                                .list())
                        .hasSize(fine)
                        .isNotEmpty();
                assertThat(intervention.mails()).containsExactly("ending-for-requester to REQUESTER");
            }
        } finally {
            people.shutdownNow();
        }
    }

    /** Whether its step still stands is asked behind the lock: a statement that waits for it answers as of before. */
    @Test
    void aMailThatWaitedForAnEndIsNotWritten() throws Exception {
        var intervention = lifecycle
                .requested()
                .completes("product", Elements.APPROVE_PRODUCT, approval("product", "APPROVE", "LOW"))
                .completes("project", Elements.APPROVE_PROJECT, approval("project", "APPROVE", "LOW"))
                .continuesUntil("ask-client-consent");
        var key = intervention.key();
        var locked = new CountDownLatch(1);
        var end =
                CompletableFuture.runAsync(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    lock.take(key);
                    locked.countDown();
                    whileNobodyWaits();
                    runtime.deleteProcessInstance(intervention.id(), "ended meanwhile");
                }));
        assertThat(locked.await(10, TimeUnit.SECONDS)).isTrue();

        // Whether the engine minds that its job is gone is its own affair.
        CompletableFuture.runAsync(() -> intervention.runs("ask-client-consent"))
                .exceptionally(gone -> null)
                .get(30, TimeUnit.SECONDS);
        end.get(30, TimeUnit.SECONDS);

        assertThat(database.sql("select mail from message_log where intervention_key = ?")
                        .param(key)
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    private void whileNobodyWaits() {
        for (int look = 0; look < 200; look++) {
            if (database.sql("select count(*) from pg_locks where not granted")
                            .query(Integer.class)
                            .single()
                    > 0) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new AssertionError("nobody waits for the lock");
    }

    @Test
    void theRoomsOfThePlanning() {
        var intervention = lifecycle.approved();
        try {
            var rooms = new Rooms(intervention, port);
            assertAll(rooms::planning, rooms::feed, rooms::freezes, rooms::instances, rooms::versions, rooms::slots);
        } finally {
            // It gives its place with the systems team back.
            intervention.changes("project", "CANCEL", "Seen enough").continues();
        }
    }

    @Test
    void fixesFlagsPermitsAndResults() {
        var instance = lifecycle.newInstance();
        var before = Lifecycle.MORNING.minus(Duration.ofDays(30));
        register.addPatch(instance, "INT-2026-0900-" + instance, before, Examples.patch("HF-1", null));
        var intervention = lifecycle
                .approved(
                        Map.of(
                                "instanceCode",
                                instance,
                                "fixes",
                                "[{\"reference\": \"HF-1\", \"answer\": \"REAPPLIED\"}]",
                                "flags",
                                "[{\"kind\": \"UAT_SERIES\", \"name\": \"sign\", \"before\": \"off\", \"planned\": \"on\", \"how\": \"Console\"}]"))
                .agrees()
                .windowOpens();
        var permit = "{\"instance\": \"%s\", \"version\": \"24.2.0\", \"start\": true}".formatted(instance);
        Visit.by("systems", port).post("/api/permits", permit).isFine();
        intervention.deploys();
        var file = new Part(
                "files",
                "one.xml",
                "text/xml",
                "<testsuite><testcase name='a'/><testcase name='b'/><testcase name='c'/><testcase name='d'/><testcase name='e'><failure/></testcase></testsuite>");
        var sent = Visit.by("qa", port)
                .parts("/api/interventions/%s/batteries".formatted(intervention.key()), List.of(file))
                .isFine()
                .body();
        intervention
                .completes(
                        "qa",
                        Elements.RUN_QA_BATTERY,
                        Map.of(
                                "qaImport",
                                JsonPath.read(sent, "$.id"),
                                "qaFinished",
                                true,
                                "fixesReapplied",
                                "[\"HF-1\"]"))
                .continues();
        assertThat(get("/api/interventions/%s/ladder".formatted(intervention.key())))
                .contains("FLAG_OFF", "sign");
        intervention
                .completes(
                        "product",
                        Elements.ACCEPT_OR_HOTFIX,
                        Map.of("hotfixDecision", "ACCEPT", "flagsAfter", "[{\"name\": \"sign\", \"after\": \"off\"}]"))
                .continues()
                .supportEnds()
                .closes();

        assertEnded(intervention, "DEPLOYED");
        assertThat(get("/api/interventions/" + intervention.key()))
                .contains("REAPPLIED", "\"state\":\"off\"", "\"kind\":\"PERMIT\"", "\"notPassed\":[{");
        assertThat(get("/api/fixes?target=24.3.0&instance=" + instance)).contains("HF-1");
        Visit.nobody(port)
                .get("/status/%s/results/%s".formatted(register.statusKey("ACME"), intervention.key()))
                .isFine();
    }

    private String get(String address) {
        return Visit.by("manager", port).get(address).isFine().body();
    }

    @Test
    void theOnlyPlaceWithTheSystemsTeamIsForOneOfTwo() throws Exception {
        var night = LocalDateTime.parse("2028-01-01T22:00");
        for (int time = 0; time < TIMES; time++) {
            new LastPlace(lifecycle, database, port)
                    .isForOneOfTwo(night.plusDays(7L * time).toString());
        }
    }

    @Test
    void aTimeThatTwoClientsTakeIsForOneAndTheOtherReadsThatItIsGone() throws Exception {
        try (var last = new OneTimeForTwo(lifecycle, database, team, port)) {
            for (int time = 0; time < TIMES; time++) {
                last.isForOneWhereItIsKeptForNeither();
            }
        }
    }

    @Test
    void aTimeThatIsKeptIsForItsClientAlone() throws Exception {
        try (var last = new OneTimeForTwo(lifecycle, database, team, port)) {
            for (int time = 0; time < TIMES; time++) {
                last.isForWhomItIsKept();
                last.isShownToOne();
            }
        }
    }

    @Test
    void aTimeThatIsTakenBesideARescheduleIsBeforeItOrNeverTaken() throws Exception {
        for (int time = 0; time < TIMES; time++) {
            new TimeBesideReschedule(lifecycle, database, port).isBeforeItOrNeverTaken();
        }
    }

    private Callable<Answer> denial(Lifecycle.Intervention intervention, String team, CyclicBarrier barrier) {
        var element = "product".equals(team) ? Elements.APPROVE_PRODUCT : Elements.APPROVE_PROJECT;
        var task = intervention.task(element).getId();
        return () -> {
            barrier.await();
            return Visit.by(team, port)
                    .post(
                            "/engine-rest/task/%s/complete".formatted(task),
                            Intervention.variables(approval(team, "DENY", "HIGH")));
        };
    }
}
