package com.athento.deployment.security;

import com.athento.deployment.process.EngineParts;
import com.athento.deployment.process.EngineProperties;
import java.time.Duration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who decides about rights in each command of the engine. */
@Configuration(proxyBeanMethods = false)
class RightsSetup {

    @Bean
    AbstractProcessEnginePlugin sparingRights(EngineProperties parts) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                if (!parts.stock()) {
                    engine.setCustomSessionFactories(EngineParts.with(
                            engine.getCustomSessionFactories(), new InsteadOfTheirs(parts.nothingRevoked())));
                }
            }
        };
    }

    private static final class InsteadOfTheirs implements SessionFactory {

        private final NothingRevoked nothingRevoked;

        InsteadOfTheirs(Duration kept) {
            this.nothingRevoked = new NothingRevoked(kept, System::nanoTime);
        }

        @Override
        public Class<?> getSessionType() {
            return AuthorizationManager.class;
        }

        @Override
        public Session openSession() {
            return new SparingRights(nothingRevoked);
        }
    }
}
