package com.athento.deployment.process;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks the engine for work that belongs to no intervention, in the transaction of whoever asks. */
@Component
public class LooseJobs {

    private final ProcessEngine engine;

    LooseJobs(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    /** The named {@link LooseJob} runs with this argument as soon as the transaction is done. */
    public void add(String name, String argument) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(
                        commands -> {
                            var job = new MessageEntity();
                            job.setJobHandlerType(RunLooseJob.TYPE);
                            job.setJobHandlerConfigurationRaw(
                                    new RunLooseJob.Call(name, argument).toCanonicalString());
                            commands.getJobManager().send(job);
                            return null;
                        });
    }
}
