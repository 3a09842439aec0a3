package com.athento.deployment.process;

import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmmn.deployer.CmmnDeployer;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How the engine is told about the model's own properties and about what nobody may do to an intervention from outside.
 */
@Configuration(proxyBeanMethods = false)
class EngineSetup {

    private static final String[] CASES = CmmnDeployer.CMMN_RESOURCE_SUFFIXES;

    /**
     * Our tables are there before the engine: its start-up code and our listeners write to them. Its own tables are
     * made by one node at a time.
     */
    @Bean
    static BeanFactoryPostProcessor tablesFirst() {
        return beans ->
                beans.getBeanDefinition("processEngineFactoryBean").setDependsOn("flywayInitializer", "startInTurn");
    }

    @Bean
    AbstractProcessEnginePlugin procedurePlugin(
            ModelProperties properties,
            ModelExpressions expressions,
            ProcedureGuard guard,
            RefuseExpressions refuse,
            RepeatLostRaces repeat,
            EngineProperties parts,
            JdbcClient database) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                // An error that no boundary event catches must not end a task in silence.
                engine.setEnableExceptionsAfterUnhandledBpmnError(true);
                engine.setCustomPreBPMNParseListeners(
                        EngineParts.with(engine.getCustomPreBPMNParseListeners(), properties));
                engine.setCustomPreCommandInterceptorsTxRequired(EngineParts.with(
                        engine.getCustomPreCommandInterceptorsTxRequired(),
                        new RepeatForPeople(repeat, engine.getIdentityService())));
                EngineParts.intercept(engine, refuse);
                EngineParts.intercept(engine, guard);
                allowNoCode(engine, expressions);
                if (!parts.stock()) {
                    askLess(engine, parts, database);
                }
            }
        };
    }

    @Bean
    IdGenerator ids(EngineProperties parts) {
        return parts.stock() ? new StrongUuidGenerator() : new ShortIds();
    }

    private static void askLess(ProcessEngineConfigurationImpl engine, EngineProperties parts, JdbcClient database) {
        var below = new HeldForSeconds<Class<Task>>(parts.nothingRevoked(), System::nanoTime);
        EngineParts.manage(engine, ExecutionManager.class, SparingExecutions::new);
        EngineParts.manage(engine, TaskManager.class, () -> new SparingTasks(below, database));
    }

    /** Nothing that comes in from outside, in a request or in a model, becomes code. See docs/engine-gaps.md. */
    private static void allowNoCode(ProcessEngineConfigurationImpl engine, ModelExpressions expressions) {
        engine.setExpressionManager(expressions);
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setScriptEngineResolver(new NoScripts());
        engine.setBpmnParseFactory(new ModelsWithoutCode());
        engine.setCustomPreDeployers(EngineParts.with(engine.getCustomPreDeployers(), EngineSetup::refuseCases));
        // Otherwise a request names a class, and one of its constructors is called.
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setDeserializationTypeValidator(type -> false);
    }

    /** The engine's other kind of model, which names classes as well. */
    private static void refuseCases(DeploymentEntity deployment) {
        deployment.getResources().keySet().stream()
                .filter(name -> Stream.of(CASES).anyMatch(name::endsWith))
                .findFirst()
                .ifPresent(name -> {
                    throw Refused.because("refused.model.case", name);
                });
    }
}
