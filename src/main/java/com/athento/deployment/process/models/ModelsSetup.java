package com.athento.deployment.process.models;

import com.athento.deployment.process.EngineParts;
import com.athento.deployment.process.EngineProperties;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the engine is told whose models it takes, how it finds them, and which build this is. */
@Configuration(proxyBeanMethods = false)
class ModelsSetup {

    @Bean
    AbstractProcessEnginePlugin modelsPlugin(OnlyOurModels onlyOurs, EngineProperties parts) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setCustomPreDeployers(
                        EngineParts.with(engine.getCustomPreDeployers(), new RefuseUnreadProperties()));
                engine.setCustomPostDeployers(EngineParts.with(engine.getCustomPostDeployers(), onlyOurs));
                EngineParts.intercept(engine, onlyOurs);
                if (!parts.stock()) {
                    EngineParts.manage(engine, ProcessDefinitionManager.class, SparingDefinitions::new);
                    EngineParts.manage(engine, DecisionDefinitionManager.class, SparingDecisions::new);
                }
            }
        };
    }

    /** Run from an editor it has no file that says so, and is the newest that there is. */
    @Bean
    Build build(ObjectProvider<BuildProperties> properties) {
        var known = properties.getIfAvailable();
        return known == null
                ? new Build("0", Instant.now().truncatedTo(ChronoUnit.SECONDS))
                : new Build(known.getVersion(), known.getTime().truncatedTo(ChronoUnit.SECONDS));
    }
}
