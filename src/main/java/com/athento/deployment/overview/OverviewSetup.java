package com.athento.deployment.overview;

import com.athento.deployment.process.EngineParts;
import com.athento.deployment.process.EngineProperties;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the overview adds to the engine, behind everybody else, so that it sees what they made. {@link KeepOverview}
 * needs no mention: the starter takes the one bean of its kind.
 */
@Configuration(proxyBeanMethods = false)
class OverviewSetup {

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    AbstractProcessEnginePlugin overviewPlugin(
            TaskCards cards, NoteDecision decisions, JdbcClient database, EngineProperties parts) {
        var history = new SparingHistory(database);
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setCustomHistoryLevels(List.of(new LeanHistory()));
                if (!parts.stock()) {
                    engine.setHistoryEventProducer(new SparingEvents(new LeftBehind(database)));
                    engine.setEnableDefaultDbHistoryEventHandler(false);
                    engine.getCustomHistoryEventHandlers().add(history);
                    EngineParts.manage(engine, VariableInstanceManager.class, SparingVariables::new);
                }
                EngineParts.tasks(engine, (element, task) -> cards.fillIn(task));
                EngineParts.tasks(engine, decisions::note);
            }

            @Override
            public void postProcessEngineBuild(ProcessEngine engine) {
                if (!parts.stock()) {
                    history.forgetVariablesOfWhatRuns();
                    new LeanIndexes(database).drop();
                }
            }
        };
    }
}
