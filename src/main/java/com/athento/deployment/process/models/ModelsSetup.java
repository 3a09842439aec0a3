package com.athento.deployment.process.models;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the engine is told whose models it takes, and which build this is. */
@Configuration(proxyBeanMethods = false)
class ModelsSetup {

    @Bean
    AbstractProcessEnginePlugin modelsPlugin(OnlyOurModels onlyOurs) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setCustomPostDeployers(with(engine.getCustomPostDeployers(), onlyOurs));
                engine.setCustomPostCommandInterceptorsTxRequired(
                        with(engine.getCustomPostCommandInterceptorsTxRequired(), onlyOurs));
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

    private static <T> List<T> with(List<T> present, T added) {
        var all = present == null ? new ArrayList<T>() : new ArrayList<>(present);
        all.add(added);
        return all;
    }
}
