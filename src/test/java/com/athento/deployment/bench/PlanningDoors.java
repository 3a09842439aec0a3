package com.athento.deployment.bench;

import com.athento.deployment.security.Visit;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.subethamail.smtp.server.SMTPServer;

/**
 * What people wait for while they plan, of a house with {@link ManyPlans much to plan}: the slots of an instance and
 * the check of a request, the planning of a month and the board of instances, beside the first page of the overview, of
 * one person who asks for one after the other.
 */
final class PlanningDoors {

    private static final int COLD = 20;
    private static final int REQUESTS = 200;

    private final int instances;
    private final int ended;
    private final int windows;
    private final int freezes;

    PlanningDoors(int instances, int ended, int windows, int freezes) {
        this.instances = instances;
        this.ended = ended;
        this.windows = windows;
        this.freezes = freezes;
    }

    void measure() throws Exception {
        var sink = SMTPServer.port(0).hostName("127.0.0.1").build();
        sink.start();
        try (var postgres = EmbeddedPostgres.start();
                var pool = Lifecycles.pool(postgres.getJdbcUrl("postgres", "postgres"), "postgres");
                var application = Whole.on(pool, sink.getPortAllocated(), false, "--deployment.proven.on=2")) {
            new ManyPlans(JdbcClient.create(pool)).make(instances, ended, windows, freezes);
            tell(times(doors(application.getEnvironment().getRequiredProperty("local.server.port", int.class))));
        } finally {
            sink.stop();
        }
    }

    /** The evenings of C0, in Madrid, are free; those of C1, in Bogota, are taken for all of the 90 days. */
    private static Map<String, Callable<Visit.Answer>> doors(int port) {
        var browser = Visit.browser(port);
        browser.logsIn("support", "demo");
        browser.with("X-XSRF-OWN", browser.cookie("XSRF-OWN"));
        var doors = new LinkedHashMap<String, Callable<Visit.Answer>>();
        doors.put("overview: /interventions", () -> browser.get("/interventions"));
        doors.put("slots, the next 3", () -> browser.get("/api/slots?instance=C0-0&minutes=45"));
        doors.put("slots, none in 90 days", () -> browser.get("/api/slots?instance=C1-0&minutes=45"));
        doors.put("check, 3 slots", () -> check(browser, "C0-0"));
        doors.put("check, none in 90 days", () -> check(browser, "C1-0"));
        doors.put("/planning, a month", () -> browser.get("/planning"));
        doors.put("/planning, a client's month", () -> browser.get("/planning?client=C0"));
        doors.put("/instances", () -> browser.get("/instances"));
        return doors;
    }

    private static Visit.Answer check(Visit browser, String instance) {
        return browser.post("/api/requests/check", """
                {"variables": {
                  "instanceCode": {"value": "%s"},
                  "changeKind": {"value": "VERSION_UPGRADE"},
                  "targetVersion": {"value": "24.39.0"},
                  "severity": {"value": "NONE"},
                  "windowStartLocal": {"value": "%sT12:00"},
                  "downtimeMinutes": {"value": 45},
                  "reason": {"value": "Monthly upgrade"},
                  "flagPossible": {"value": false},
                  "flagReason": {"value": "No flag covers a new version"},
                  "bigChanges": {"value": false},
                  "plan": {"value": "Stop, install, migrate, start"},
                  "rollbackPlan": {"value": "Restore the snapshot"},
                  "noticeChannels": {"value": "EMAIL"}}}""".formatted(
                        instance, LocalDate.now(ZoneOffset.UTC).plusDays(10)));
    }

    /** Milliseconds of each; the first ones, while all gets warm, are forgotten. */
    private static Map<String, List<Double>> times(Map<String, Callable<Visit.Answer>> doors) throws Exception {
        var times = new LinkedHashMap<String, List<Double>>();
        for (int request = -COLD; request < REQUESTS; request++) {
            if (request == 0) {
                times.clear();
            }
            for (var door : doors.entrySet()) {
                long before = System.nanoTime();
                door.getValue().call().isFine();
                times.computeIfAbsent(door.getKey(), unseen -> new ArrayList<>())
                        .add((System.nanoTime() - before) / 1e6);
            }
        }
        return times;
    }

    private void tell(Map<String, List<Double>> times) {
        System.out.printf(
                "%nPostgreSQL, %d instances, %d ended interventions, %d windows to come, %d freezes%n",
                instances, ended, windows, freezes);
        times.forEach((what, each) -> System.out.printf(
                "  %-30s median %.1f ms, p95 %.1f ms, of %d%n",
                what, share(each, 0.5), share(each, 0.95), each.size()));
    }

    private static double share(List<Double> each, double share) {
        Collections.sort(each);
        return each.get((int) Math.min(each.size() - 1, Math.floor(each.size() * share)));
    }
}
