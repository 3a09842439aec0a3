package com.athento.deployment.security;

import com.athento.deployment.process.EngineParts;
import com.athento.deployment.process.EngineProperties;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who decides about rights in each command of the engine. */
@Configuration(proxyBeanMethods = false)
class RightsSetup {

    @Bean
    AbstractProcessEnginePlugin sparingRights(EngineProperties parts, JdbcClient database) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                if (!parts.stock()) {
                    var held = SparingRights.Held.of(parts.nothingRevoked());
                    EngineParts.manage(engine, AuthorizationManager.class, () -> new SparingRights(held, database));
                }
            }
        };
    }
}
