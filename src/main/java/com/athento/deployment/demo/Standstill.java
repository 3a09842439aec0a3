package com.athento.deployment.demo;

import com.athento.deployment.process.Refused;
import java.time.Duration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** No job runs meanwhile: one that ran while the clock jumps would lose its lock, and run twice. */
@Component
@Profile("demo")
class Standstill {

    /** A jump may last as long as a mail that runs into its timeouts. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final ProcessEngine engine;
    private final JdbcClient database;

    Standstill(ProcessEngine engine, JdbcClient database) {
        this.engine = engine;
        this.database = database;
    }

    /** @throws Refused if a job does not end */
    void during(Runnable change) {
        var executor =
                ((ProcessEngineImpl) engine).getProcessEngineConfiguration().getJobExecutor();
        var running = executor.isActive();
        if (running) {
            executor.shutdown();
        }
        try {
            awaitRunningJobs(executor);
            change.run();
        } finally {
            if (running) {
                executor.start();
            }
        }
    }

    private void awaitRunningJobs(JobExecutor executor) {
        var patience = System.nanoTime() + PATIENCE.toNanos();
        while (isRunning(executor)) {
            if (System.nanoTime() > patience) {
                throw Refused.late("refused.clock.job-runs");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Refused.late("refused.clock.stopping");
        }
    }

    /** Locks that a killed application left behind are not this executor's. */
    private boolean isRunning(JobExecutor executor) {
        return database.sql("select count(*) from ACT_RU_JOB where LOCK_OWNER_ = :lockOwner")
                        .param("lockOwner", executor.getLockOwner())
                        .query(Long.class)
                        .single()
                > 0;
    }
}
