package com.athento.deployment.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.athento.deployment.process.Refused;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** The engine alone, as production tells it to keep its users. */
class UsersTest {

    /** Another one for each test; it outlives its engine. */
    private final String database = "jdbc:h2:mem:users-%d;DB_CLOSE_DELAY=-1".formatted(System.nanoTime());

    private ProcessEngine engine;

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void refusesAWeakPasswordWhereverItIsSet() {
        engine = engine(users());
        var user = engine.getIdentityService().newUser("qa1");
        user.setPassword("x");

        assertThatThrownBy(() -> engine.getIdentityService().saveUser(user))
                .isInstanceOf(Refused.class)
                .hasMessage("password: it needs at least 12 characters, without the account's id,"
                        + " name or mail address in it");

        user.setPassword("long and secret");
        engine.getIdentityService().saveUser(user);
        var known = engine.getIdentityService().createUserQuery().userId("qa1").singleResult();
        known.setPassword("it was qa1 again");
        assertThatThrownBy(() -> engine.getIdentityService().saveUser(known)).isInstanceOf(Refused.class);
    }

    @Test
    void freesWhoWasLockedForGood() {
        engine = engine();
        var user = engine.getIdentityService().newUser("locked");
        user.setPassword("long and secret");
        engine.getIdentityService().saveUser(user);
        var engines = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        engines.setLoginDelayBase(0);
        for (int n = 0; n < engines.getLoginMaxAttempts(); n++) {
            engine.getIdentityService().checkPassword("locked", "wrong");
        }
        assertThat(engine.getIdentityService().checkPassword("locked", "long and secret"))
                .isFalse();
        engine.close();

        engine = engine(users());

        assertThat(attempts(engine.getIdentityService())).isZero();
        assertThat(engine.getIdentityService().checkPassword("locked", "long and secret"))
                .isTrue();
        engine.getIdentityService().checkPassword("locked", "wrong");
        assertThat(attempts(engine.getIdentityService())).isZero();
    }

    private static int attempts(IdentityService identity) {
        return ((UserEntity) identity.createUserQuery().userId("locked").singleResult()).getAttempts();
    }

    private static Users users() {
        var production = new MockEnvironment();
        production.setActiveProfiles("prod");
        return new Users(
                new SimpleMeterRegistry(), new RightPasswords(Duration.ofSeconds(30), System::nanoTime), production);
    }

    private ProcessEngine engine(ProcessEnginePlugin... plugins) {
        var engine = (ProcessEngineConfigurationImpl)
                ProcessEngineConfiguration.createStandaloneInMemProcessEngineConfiguration();
        engine.setProcessEnginePlugins(List.of(plugins));
        return engine.setJdbcUrl(database)
                .setDatabaseSchemaUpdate("true")
                .setProcessEngineName("users")
                .setJobExecutorActivate(false)
                .buildProcessEngine();
    }
}
