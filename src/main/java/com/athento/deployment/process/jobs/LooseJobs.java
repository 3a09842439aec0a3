package com.athento.deployment.process.jobs;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the engine for work that belongs to no intervention, in the transaction of whoever asks. */
@Component
public class LooseJobs {

    private final ProcessEngine engine;
    private final JdbcClient database;

    LooseJobs(@Lazy ProcessEngine engine, JdbcClient database) {
        this.engine = engine;
        this.database = database;
    }

    /** The named {@link LooseJob} runs with this argument as soon as the transaction is done. */
    public void add(String name, String argument) {
        add(name, argument, null);
    }

    /** @param due when it runs; null for at once */
    public void add(String name, String argument, Instant due) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(commands -> {
                    var job = new MessageEntity();
                    job.setJobHandlerType(RunLooseJob.TYPE);
                    job.setJobHandlerConfigurationRaw(new RunLooseJob.Call(name, argument).toCanonicalString());
                    job.setDuedate(due == null ? null : Date.from(due));
                    commands.getJobManager().send(job);
                    return null;
                });
    }

    /** Whether one of that name waits, runs or has failed. */
    public boolean isWaiting(String name) {
        return database.sql("select count(*) from ACT_RU_JOB where HANDLER_TYPE_ = :type and HANDLER_CFG_ like :call")
                        .param("type", RunLooseJob.TYPE)
                        .param("call", new RunLooseJob.Call(name, "%").toCanonicalString())
                        .query(Long.class)
                        .single()
                > 0;
    }
}
