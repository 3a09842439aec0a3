package com.athento.deployment.security;

import com.athento.deployment.post.MailProperties;
import com.athento.deployment.process.EngineParts;
import java.util.Optional;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.stereotype.Component;

/** Judges the mail address of an account where it is entered, and keeps it as it goes over the wire. */
@Component
class AccountAddresses extends AbstractProcessEnginePlugin {

    private final MailProperties mails;

    AccountAddresses(MailProperties mails) {
        this.mails = mails;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        EngineParts.intercept(engine, new Judge());
    }

    private final class Judge extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            if (command instanceof SaveUserCmd && EngineParts.field(command, "user") instanceof User user) {
                judge(user);
            }
            return next.execute(command);
        }

        /** Whoever changes something else is not stopped by an address that stood there before. */
        private void judge(User user) {
            var email = user.getEmail();
            if (email == null || email.isBlank() || email.equals(before(user.getId()))) {
                return;
            }
            user.setEmail(mails.recipient().read("email", email));
        }

        private static String before(String account) {
            return Optional.ofNullable(account)
                    .map(id -> Context.getCommandContext()
                            .getReadOnlyIdentityProvider()
                            .findUserById(id))
                    .map(User::getEmail)
                    .orElse(null);
        }
    }
}
