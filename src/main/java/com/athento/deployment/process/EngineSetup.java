package com.athento.deployment.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How the engine is told about the model's own properties and about what nobody may do to an
 * intervention from outside.
 */
@Configuration(proxyBeanMethods = false)
class EngineSetup {

    /**
     * Our tables are there before the engine: its start-up code and our listeners write to them.
     * Its own tables are made by one node at a time.
     */
    @Bean
    static BeanFactoryPostProcessor tablesFirst() {
        return beans ->
                beans.getBeanDefinition("processEngineFactoryBean")
                        .setDependsOn("flywayInitializer", "startInTurn");
    }

    @Bean
    AbstractProcessEnginePlugin procedurePlugin(
            ModelProperties properties, ProcedureGuard guard, ObjectProvider<LooseJob> jobs) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                // An error that no boundary event catches must not end a task in silence.
                engine.setEnableExceptionsAfterUnhandledBpmnError(true);
                engine.setFailedJobCommandFactory(RetryByHand::new);
                engine.setCustomJobHandlers(
                        with(engine.getCustomJobHandlers(), new RunLooseJob(jobs)));
                engine.setCustomPreBPMNParseListeners(
                        with(engine.getCustomPreBPMNParseListeners(), properties));
                engine.setCustomPostCommandInterceptorsTxRequired(
                        with(engine.getCustomPostCommandInterceptorsTxRequired(), guard));
            }
        };
    }

    private static <T> List<T> with(List<T> present, T added) {
        var all = present == null ? new ArrayList<T>() : new ArrayList<>(present);
        all.add(added);
        return all;
    }
}
