package com.athento.deployment.security;

import com.athento.deployment.process.EngineParts;
import com.athento.deployment.process.Refused;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.identity.WritableIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Tells the engine how its users' passwords are checked, and in production what they have to be. */
@Component
class Users extends AbstractProcessEnginePlugin {

    private final MeterRegistry meters;
    private final RightPasswords rightPasswords;
    private final boolean production;

    Users(MeterRegistry meters, RightPasswords rightPasswords, Environment environment) {
        this.meters = meters;
        this.rightPasswords = rightPasswords;
        production = environment.acceptsProfiles(Profiles.of("prod"));
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setIdentityProviderSessionFactory(
                new GuardedSessions(new Guesses(TimeMeter.SYSTEM_MILLISECONDS), rightPasswords, meters));
        if (production) {
            engine.setEnablePasswordPolicy(true);
            engine.setPasswordPolicy(new PasswordRules());
            EngineParts.intercept(engine, new SayWhichPassword());
        }
    }

    /** Who was locked for good before gets in again, and Admin shows no lock that does not hold. */
    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        var identity = engine.getIdentityService();
        identity.createUserQuery().list().stream()
                .filter(user -> user instanceof UserEntity known && known.getAttempts() > 0)
                .forEach(user -> identity.unlockUser(user.getId()));
    }

    private record GuardedSessions(Guesses guesses, RightPasswords rightPasswords, MeterRegistry meters)
            implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return WritableIdentityProvider.class;
        }

        @Override
        public Session openSession() {
            return new GuardedUsers(guesses, rightPasswords, meters);
        }
    }

    /** The engine says that a password does not match a policy, but not what would. */
    private static final class SayWhichPassword extends CommandInterceptor {

        private static final String POLICY = "Password does not match policy";

        @Override
        public <T> T execute(Command<T> command) {
            try {
                return next.execute(command);
            } catch (ProcessEngineException refused) {
                throw isWeakPassword(command, refused)
                        ? Refused.because("refused.password.weak", PasswordRules.LENGTH)
                        : refused;
            }
        }

        private static boolean isWeakPassword(Command<?> command, ProcessEngineException refused) {
            return command instanceof SaveUserCmd && POLICY.equals(refused.getMessage());
        }
    }
}
