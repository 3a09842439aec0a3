package com.athento.deployment.bench;

import com.athento.deployment.security.Visit;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.subethamail.smtp.server.SMTPServer;

/**
 * The first page of the work list and of the overview over HTTP, as somebody of the project team
 * asks for it, with no ended intervention in the database and with many. Twenty are running. The
 * ended ones are copies of one that was walked through, made by bulk SQL.
 */
final class FirstPages {

    private static final int RUNNING = 20;
    private static final int WARM = 200;
    private static final int COUNTED = 100;

    private final int ended;

    FirstPages(int ended) {
        this.ended = ended;
    }

    void measure() throws Exception {
        var sink = SMTPServer.port(0).hostName("127.0.0.1").build();
        sink.start();
        try (var postgres = EmbeddedPostgres.start();
                var pool =
                        Lifecycles.pool(postgres.getJdbcUrl("postgres", "postgres"), "postgres");
                var application = Whole.on(pool, sink, false)) {
            var sql = JdbcClient.create(pool);
            var walk = new Walk(application.getBean(ProcessEngine.class), false);
            for (int number = 0; number < RUNNING; number++) {
                walk.requested(Whole.instance(sql, number));
            }
            var walked = walk.whole();
            var pages = pages(application.getBean(FilterService.class), port(application));
            sql.sql("analyze").update();

            times(pages, WARM);
            var none = times(pages, COUNTED);
            multiply(sql, walked);
            times(pages, WARM);
            var many = times(pages, COUNTED);

            System.out.printf(
                    "%nPostgreSQL, %d running interventions, median of %d requests%n",
                    RUNNING, COUNTED);
            for (var page : pages.keySet()) {
                System.out.printf(
                        "  %-40s none ended %.2f ms, %d ended %.2f ms, ratio %.2f%n",
                        page,
                        none.get(page),
                        ended,
                        many.get(page),
                        many.get(page) / none.get(page));
            }
        } finally {
            ClockUtil.reset();
            sink.stop();
        }
    }

    private void multiply(JdbcClient sql, String processInstanceId) {
        var key =
                sql.sql("select intervention_key from intervention where process_instance_id = ?")
                        .param(processInstanceId)
                        .query(String.class)
                        .single();
        new Ended(sql).multiply(key, processInstanceId, ended);
    }

    private static int port(org.springframework.context.ApplicationContext application) {
        return application.getEnvironment().getRequiredProperty("local.server.port", int.class);
    }

    private static Map<String, Callable<Visit.Answer>> pages(FilterService filters, int port) {
        var machine = Visit.by("project", port).with("Accept", "application/hal+json, */*");
        var browser = Visit.browser(port);
        browser.logsIn("project", "demo");
        var pages = new LinkedHashMap<String, Callable<Visit.Answer>>();
        for (var filter : filters.createTaskFilterQuery().list()) {
            pages.put(
                    "work list: " + filter.getName(),
                    () ->
                            machine.post(
                                    "/engine-rest/filter/%s/list?firstResult=0&maxResults=15"
                                            .formatted(filter.getId()),
                                    "{}"));
        }
        pages.put("overview: /interventions", () -> browser.get("/interventions"));
        pages.put(
                "overview: /interventions?show=ended",
                () -> browser.get("/interventions?show=ended"));
        pages.put("overview: /api/interventions", () -> machine.get("/api/interventions"));
        return pages;
    }

    /** Median milliseconds of each; one after the other, so that all see the same machine. */
    private static Map<String, Double> times(
            Map<String, Callable<Visit.Answer>> pages, int requests) throws Exception {
        var times = new LinkedHashMap<String, List<Double>>();
        for (int request = 0; request < requests; request++) {
            for (var page : pages.entrySet()) {
                long before = System.nanoTime();
                page.getValue().call().isFine();
                times.computeIfAbsent(page.getKey(), unseen -> new ArrayList<>())
                        .add((System.nanoTime() - before) / 1e6);
            }
        }
        var medians = new LinkedHashMap<String, Double>();
        times.forEach((page, each) -> medians.put(page, Lifecycles.median(each)));
        return medians;
    }
}
