package com.athento.deployment.process.jobs;

import com.athento.deployment.process.EngineParts;
import com.athento.deployment.process.EngineProperties;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the engine is told about jobs of ours, and what follows a failed one. */
@Configuration(proxyBeanMethods = false)
class JobsSetup {

    @Bean
    AbstractProcessEnginePlugin jobsPlugin(ObjectProvider<LooseJob> jobs, EngineProperties parts) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setFailedJobCommandFactory(RetryByHand::new);
                engine.setCustomJobHandlers(EngineParts.with(engine.getCustomJobHandlers(), new RunLooseJob(jobs)));
                if (!parts.stock()) {
                    EngineParts.intercept(engine, new ElementsOfJobs());
                    engine.setCustomIncidentHandlers(
                            EngineParts.with(engine.getCustomIncidentHandlers(), new OnlyFailedJobsHaveIncidents()));
                }
            }
        };
    }
}
