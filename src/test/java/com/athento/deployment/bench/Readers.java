package com.athento.deployment.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.subethamail.smtp.server.SMTPServer;

/**
 * What clients' people read without a login, at a steady 200 requests a second whatever the answers take: the status of
 * a client as JSON, the banner of an instance, and a static file of the same server for comparison, in alternating
 * rounds. The rows are made by bulk SQL.
 */
final class Readers {

    private static final int PER_SECOND = 200;
    private static final int SECONDS = 15;
    private static final int ROUNDS = 3;

    private final int clients;
    private final int interventions;

    Readers(int clients, int interventions) {
        this.clients = clients;
        this.interventions = interventions;
    }

    void measure() throws Exception {
        var sink = SMTPServer.port(0).hostName("127.0.0.1").build();
        sink.start();
        try (var postgres = EmbeddedPostgres.start();
                var pool = Lifecycles.pool(postgres.getJdbcUrl("postgres", "postgres"), "postgres");
                var application = Whole.on(pool, sink.getPortAllocated(), false)) {
            fill(JdbcClient.create(pool));
            var house = "http://127.0.0.1:" + application.getEnvironment().getRequiredProperty("local.server.port");
            var addresses = new LinkedHashMap<String, IntFunction<String>>();
            addresses.put("static file", number -> house + "/css/client.css");
            addresses.put("status as JSON", number -> house + "/status/" + key(number) + "/status.json");
            addresses.put("banner", number -> house + "/banner/" + key(number) + ".json");

            round(addresses);
            var latencies = new LinkedHashMap<String, List<Double>>();
            for (int round = 0; round < ROUNDS; round++) {
                round(addresses)
                        .forEach((what, each) -> latencies
                                .computeIfAbsent(what, unseen -> new ArrayList<>())
                                .addAll(each));
            }
            System.out.printf(
                    "%nPostgreSQL, %d clients with %d interventions each, %d requests a second%n",
                    clients, interventions, PER_SECOND);
            latencies.forEach((what, each) -> System.out.printf(
                    "  %-16s median %.2f ms, p95 %.2f ms, of %d%n",
                    what, share(each, 0.5), share(each, 0.95), each.size()));
        } finally {
            ClockUtil.reset();
            sink.stop();
        }
    }

    private static double share(List<Double> each, double share) {
        Collections.sort(each);
        return each.get((int) Math.min(each.size() - 1, Math.floor(each.size() * share)));
    }

    private Map<String, List<Double>> round(Map<String, IntFunction<String>> addresses) throws InterruptedException {
        var latencies = new LinkedHashMap<String, List<Double>>();
        for (var address : addresses.entrySet()) {
            latencies.put(address.getKey(), steadily(address.getValue()));
        }
        return latencies;
    }

    /** Milliseconds from the moment at which a request was due; whoever is late makes all late. */
    private List<Double> steadily(IntFunction<String> address) throws InterruptedException {
        var browser = HttpClient.newHttpClient();
        var chance = new Random(1);
        var latencies = Collections.synchronizedList(new ArrayList<Double>());
        var answers = new ArrayList<CompletableFuture<Void>>();
        long start = System.nanoTime();
        for (int request = 0; request < PER_SECOND * SECONDS; request++) {
            long due = start + request * 1_000_000_000L / PER_SECOND;
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            var get = HttpRequest.newBuilder(URI.create(address.apply(chance.nextInt(clients))))
                    .build();
            answers.add(browser.sendAsync(get, BodyHandlers.ofString()).thenAccept(answer -> {
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(answer.statusCode() + " " + answer.body());
                }
                latencies.add((System.nanoTime() - due) / 1e6);
            }));
        }
        answers.forEach(CompletableFuture::join);
        return latencies;
    }

    private static String key(int number) {
        return "READERS-%035d".formatted(number);
    }

    private void fill(JdbcClient sql) {
        var key = "'READERS-' || lpad(n::text, 35, '0')";
        sql.sql(
                        "insert into client (code, name, locale, zone, status_key) select 'C' || n, 'Client ' || n, 'es', 'Europe/Madrid', %s from generate_series(0, ?) n"
                                .formatted(key))
                .param(clients - 1)
                .update();
        sql.sql("""
                        insert into instance (code, client_code, environment, line, version, notice_hours, support_hours, rollback_minutes, banner_key)
                        select 'C' || n || '-PRO', 'C' || n, 'PRO', 'SE', '24.1.0', 48, 24, 15, %s from generate_series(0, ?) n""".formatted(key)).param(clients - 1).update();
        sql.sql("""
                        insert into status_update (intervention_key, client_code, instance_code, state, change_kind, from_version,
                            target_version, window_start, downtime_minutes, in_app, notice_at, happened_at)
                        select 'INT-2026-' || (n * 1000 + i) || '-C' || n, 'C' || n, 'C' || n || '-PRO', s.state, 'VERSION_UPGRADE', '24.1.0',
                            '24.2.0', now() + interval '2 days' - (i - 1) * interval '7 days', 45, true,
                            now() - (i - 1) * interval '7 days' - interval '1 hour', now() - (i - 1) * interval '7 days' - interval '30 minutes' + s.step * interval '1 minute'
                        from generate_series(0, ?) n, generate_series(1, ?) i,
                            (values (1, 'PLANNED'), (2, 'IN_PROGRESS'), (3, 'VERIFYING'), (4, 'COMPLETED')) s(step, state)
                        where i > 1 or s.step = 1
                        order by 12""").params(clients - 1, interventions).update();
        sql.sql("analyze").update();
    }
}
