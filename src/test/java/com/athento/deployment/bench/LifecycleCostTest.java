package com.athento.deployment.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.OwnContext;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;
import org.subethamail.smtp.server.SMTPServer;

/**
 * What can be counted exactly of a whole lifecycle on PostgreSQL, warm, is within its bounds, which follow it down.
 * Times are the benchmark's, which must run, too.
 */
@OwnContext
class LifecycleCostTest {

    private static final int WARM = 5;
    private static final int COUNTED = 30;

    private static final SMTPServer SINK =
            SMTPServer.port(0).hostName("127.0.0.1").build();

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        SINK.start();
        // What it does by itself, and when, would be in the size.
        postgres =
                EmbeddedPostgres.builder().setServerConfig("autovacuum", "off").start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
        SINK.stop();
    }

    @AfterEach
    void rightClock() {
        ClockUtil.reset();
    }

    @Test
    void aLifecycleStaysWithinItsBounds() {
        var statements = new Statements();
        try (var pool = Lifecycles.pool(postgres.getJdbcUrl("postgres", "postgres"), "postgres");
                var application = Whole.on(
                        statements.counting(pool),
                        SINK.getPortAllocated(),
                        false,
                        "--camunda.bpm.metrics.db-reporter-activate=false",
                        // Otherwise a slow machine asks more often.
                        "--deployment.engine.nothing-revoked=1h")) {
            var walk = new Walk(application.getBean(ProcessEngine.class), false);
            for (int warm = 0; warm < WARM; warm++) {
                walk.whole();
                walk.settles();
            }
            var nothing = statements.count().minus(statements.count());
            var walked = nothing;
            var settled = nothing;
            var size = Lifecycles.size(pool);
            for (int counted = 0; counted < COUNTED; counted++) {
                var before = statements.count();
                walk.whole();
                var between = statements.count();
                walk.settles();
                walked = walked.plus(between.minus(before));
                settled = settled.plus(statements.count().minus(between));
            }
            var figures = new HashMap<String, Double>();
            figures.putAll(figures("walk", walked, COUNTED));
            figures.putAll(figures("afterwards", settled, COUNTED));
            figures.put("kept.kib", (Lifecycles.size(pool) - size) / 1024.0 / COUNTED);
            figures.putAll(figures("machine-first", asked(application, statements), 1));
            figures.putAll(figures("machine-again", asked(application, statements), 1));

            assertThat(Bounds.ofThisBuild().faults(figures)).isEmpty();
        }
    }

    @Test
    void theFrozenModelCanBeWalkedBesideIt() throws Exception {
        JdbcClient.create(postgres.getPostgresDatabase())
                .sql("create database bare")
                .update();
        try (var pool = Lifecycles.pool(postgres.getJdbcUrl("postgres", "bare"), "postgres")) {
            var engine = Bare.on(pool);
            try {
                assertThat(new Walk(engine, true).whole()).isNotBlank();
            } finally {
                engine.close();
            }
        }
    }

    /** By a machine that sends its password. */
    private static Statements.Count asked(ConfigurableApplicationContext application, Statements statements) {
        var before = statements.count();
        var port = application.getEnvironment().getRequiredProperty("local.server.port");
        var tasks = RestClient.create("http://127.0.0.1:" + port)
                .get()
                .uri("/engine-rest/task?maxResults=15")
                .headers(login -> login.setBasicAuth("qa", "demo"))
                .retrieve()
                .toEntity(String.class);
        assertThat(tasks.getStatusCode().value()).isEqualTo(200);
        return statements.count().minus(before);
    }

    private static Map<String, Double> figures(String part, Statements.Count count, int times) {
        return Map.of(
                part + ".round-trips", count.roundTrips() / (double) times,
                part + ".statements", count.statements() / (double) times,
                part + ".commits", count.commits() / (double) times);
    }
}
