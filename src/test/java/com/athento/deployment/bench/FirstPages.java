package com.athento.deployment.bench;

import com.athento.deployment.security.Visit;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.subethamail.smtp.server.SMTPServer;

/**
 * The first page of the work list, its counts, and the overview over HTTP, as somebody of the project team asks for
 * them: of a database where twenty interventions run and one has ended, and of its twin with many of both, in
 * alternating rounds of one application. The ended ones are copies of the one that was walked through, made by bulk
 * SQL.
 */
final class FirstPages {

    private static final int FEW = 20;
    private static final int ROUNDS = 10;
    private static final int REQUESTS = 20;

    private final int ended;
    private final int running;

    FirstPages(int ended, int running) {
        this.ended = ended;
        this.running = running;
    }

    void measure() throws Exception {
        var sink = SMTPServer.port(0).hostName("127.0.0.1").build();
        sink.start();
        var database = new DelegatingDataSource();
        try (var postgres = EmbeddedPostgres.start()) {
            var server = JdbcClient.create(postgres.getPostgresDatabase());
            server.sql("create database none").update();
            var first = pool(postgres, "none");
            database.setTargetDataSource(first);
            try (var application = Whole.on(database, sink.getPortAllocated(), false, Nights.ROOM)) {
                var walk = new Walk(application.getBean(ProcessEngine.class), false);
                request(walk, first, 0, FEW);
                var walked = walk.whole();
                // A database is copied while nobody is connected to it.
                first.close();
                server.sql("create database many template none").update();
                // The application outlives them; they end with the server.
                var none = pool(postgres, "none");
                var many = pool(postgres, "many");
                database.setTargetDataSource(many);
                request(walk, many, FEW, running);
                multiply(JdbcClient.create(many), walked);
                JdbcClient.create(none).sql("analyze").update();
                JdbcClient.create(many).sql("analyze").update();
                database.setTargetDataSource(none);
                // A session is in the database where somebody logged in.
                var few = pages(application);
                database.setTargetDataSource(many);
                var all = pages(application);
                compare(
                        new Pages(few, () -> database.setTargetDataSource(none)),
                        new Pages(all, () -> database.setTargetDataSource(many)));
            }
        } finally {
            ClockUtil.reset();
            sink.stop();
        }
    }

    private static void request(Walk walk, DataSource database, int from, int until) {
        for (int number = from; number < until; number++) {
            walk.requested(Whole.instance(JdbcClient.create(database), number), Nights.of(number));
        }
    }

    private record Pages(Map<String, Callable<Visit.Answer>> pages, Runnable use) {}

    private void compare(Pages ofFew, Pages ofMany) throws Exception {
        var none = new LinkedHashMap<String, List<Double>>();
        var many = new LinkedHashMap<String, List<Double>>();
        for (int round = -ROUNDS; round < ROUNDS; round++) {
            if (round == 0) {
                none.clear();
                many.clear();
            }
            ofFew.use().run();
            request(ofFew.pages(), none);
            ofMany.use().run();
            request(ofMany.pages(), many);
        }
        System.out.printf(
                "%nPostgreSQL, %d running and one ended beside %d and %d, milliseconds of %d requests%n",
                FEW, running, ended, ROUNDS * REQUESTS);
        for (var page : none.keySet()) {
            var without = Lifecycles.median(none.get(page));
            var with = Lifecycles.median(many.get(page));
            System.out.printf(
                    "  %-40s few %.2f, many %.2f (p95 %.2f), ratio %.2f%n",
                    page, without, with, p95(many.get(page)), with / without);
        }
    }

    private static double p95(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() * 95 / 100);
    }

    private static HikariDataSource pool(EmbeddedPostgres postgres, String database) {
        return Lifecycles.pool(postgres.getJdbcUrl("postgres", database), "postgres");
    }

    private void multiply(JdbcClient sql, String processInstanceId) {
        var key = sql.sql("select intervention_key from intervention where process_instance_id = ?")
                .param(processInstanceId)
                .query(String.class)
                .single();
        new Ended(sql).multiply(key, processInstanceId, ended);
    }

    private static Map<String, Callable<Visit.Answer>> pages(ApplicationContext application) {
        var port = application.getEnvironment().getRequiredProperty("local.server.port", int.class);
        var filters = application.getBean(FilterService.class);
        var machine = Visit.by("project", port).with("Accept", "application/hal+json, */*");
        var browser = Visit.browser(port);
        browser.logsIn("project", "demo");
        var pages = new LinkedHashMap<String, Callable<Visit.Answer>>();
        for (var filter : filters.createTaskFilterQuery().list()) {
            pages.put(
                    "work list: " + filter.getName(),
                    () -> machine.post(
                            "/engine-rest/filter/%s/list?firstResult=0&maxResults=15".formatted(filter.getId()), "{}"));
            pages.put(
                    "its count: " + filter.getName(),
                    () -> machine.get("/engine-rest/filter/%s/count".formatted(filter.getId())));
        }
        pages.put("overview: /interventions", () -> browser.get("/interventions"));
        // As many as there are with none ended, or longer answers would be compared.
        pages.put("overview: /api/interventions?size=20", () -> machine.get("/api/interventions?size=" + FEW));
        return pages;
    }

    /** Milliseconds of each, one after the other, so that all see the same machine. */
    private static void request(Map<String, Callable<Visit.Answer>> pages, Map<String, List<Double>> times)
            throws Exception {
        for (int request = 0; request < REQUESTS; request++) {
            for (var page : pages.entrySet()) {
                long before = System.nanoTime();
                page.getValue().call().isFine();
                times.computeIfAbsent(page.getKey(), unseen -> new ArrayList<>())
                        .add((System.nanoTime() - before) / 1e6);
            }
        }
    }
}
