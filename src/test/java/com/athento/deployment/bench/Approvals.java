package com.athento.deployment.bench;

import com.athento.deployment.process.Lifecycle;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.subethamail.smtp.server.SMTPServer;

/**
 * Interventions whose two approvals coincide: two people complete them at the same instant, while the engine's job
 * executor does its part as in production. Each is requested through the engine's API, on an instance of its own; the
 * instances alone are put in by SQL.
 */
final class Approvals {

    private static final int PATIENCE_MINUTES = 10;

    /** Whoever requests, and the two who approve. */
    private static final int THREADS = 3;

    private final int interventions;

    Approvals(int interventions) {
        this.interventions = interventions;
    }

    void measure() throws Exception {
        var sink = SMTPServer.port(0).hostName("127.0.0.1").build();
        sink.start();
        var people = Executors.newFixedThreadPool(THREADS);
        try (var postgres = EmbeddedPostgres.start();
                var pool = Lifecycles.pool(postgres.getJdbcUrl("postgres", "postgres"), "postgres");
                var application = Whole.on(pool, sink.getPortAllocated(), true, Nights.ROOM)) {
            var sql = JdbcClient.create(pool);
            var walk = new Walk(application.getBean(ProcessEngine.class), false);
            var requested = new ArrayBlockingQueue<String>(50);
            var failures = new ConcurrentLinkedQueue<String>();
            var id = new String[1];
            var both = new CyclicBarrier(2);
            var next = new CyclicBarrier(2, () -> id[0] = taken(requested));

            long before = System.nanoTime();
            // The first that fails ends all of it.
            var work = new ExecutorCompletionService<Void>(people);
            work.submit(() -> {
                for (int number = 0; number < interventions; number++) {
                    requested.put(walk.requested(Whole.instance(sql, number), Nights.of(number)));
                }
                return null;
            });
            work.submit(() -> approve(walk, "product", id, next, both, failures));
            work.submit(() -> approve(walk, "project", id, next, both, failures));
            for (int done = 0; done < THREADS; done++) {
                work.take().get();
            }
            waitForJobs(sql);

            System.out.printf(
                    "%nPostgreSQL, %d interventions approved by both at the same instant, %.0f s%n",
                    interventions, (System.nanoTime() - before) / 1e9);
            print(sql, "approvals on record", "select count(*) from approval");
            print(
                    sql,
                    "passed approvals-joined",
                    "select count(distinct proc_inst_id_) from act_hi_actinst where act_id_ = 'approvals-joined' and end_time_ is not null");
            print(
                    sql,
                    "wait for the client's consent",
                    "select count(*) from act_ru_task where task_def_key_ = 'obtain-client-consent'");
            print(
                    sql,
                    "left hanging before it",
                    "select count(distinct proc_inst_id_) from act_ru_execution e where not exists (select 1 from act_ru_task t where t.proc_inst_id_ = e.proc_inst_id_ and t.task_def_key_ = 'obtain-client-consent')");
            print(
                    sql,
                    "failed jobs and incidents",
                    "select (select count(*) from act_ru_job where exception_msg_ is not null) + (select count(*) from act_ru_incident)");
            print(sql, "jobs that failed on the way", "select count(*) from act_hi_job_log where job_state_ = 1");
            System.out.printf("  %-40s %d%n", "people who got an error", failures.size());
            failures.stream().distinct().limit(5).forEach(failure -> System.out.println("    " + failure));
        } finally {
            people.shutdownNow();
            ClockUtil.reset();
            sink.stop();
        }
    }

    private Void approve(
            Walk walk,
            String team,
            String[] id,
            CyclicBarrier next,
            CyclicBarrier both,
            ConcurrentLinkedQueue<String> failures)
            throws Exception {
        for (int number = 0; number < interventions; number++) {
            next.await();
            var task = walk.claims(id[0], team, "approve-" + team);
            both.await();
            try {
                walk.completes(task, team, Lifecycle.approval(team, "APPROVE", "LOW"));
            } catch (RuntimeException refused) {
                failures.add(String.valueOf(refused.getMessage()));
            }
        }
        return null;
    }

    private static String taken(ArrayBlockingQueue<String> requested) {
        try {
            return requested.take();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Until nothing is left to do for any of them; mails about tasks gather for some minutes yet. */
    private static void waitForJobs(JdbcClient sql) throws InterruptedException {
        for (int second = 0; second < TimeUnit.MINUTES.toSeconds(PATIENCE_MINUTES); second++) {
            if (sql.sql("select count(*) from act_ru_job where type_ = 'message' and retries_ > 0"
                                    + " and process_instance_id_ is not null")
                            .query(Long.class)
                            .single()
                    == 0) {
                return;
            }
            Thread.sleep(1000);
        }
    }

    private static void print(JdbcClient sql, String figure, String count) {
        System.out.printf(
                "  %-40s %d%n", figure, sql.sql(count).query(Long.class).single());
    }
}
