package com.athento.deployment.security.session;

import com.athento.deployment.process.EngineParts;
import java.util.Optional;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DeleteUserCmd;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * An account that is gone, or has another password, is logged out everywhere: a session in the database would outlive
 * both. The browser in which the password was changed stays.
 */
@Component
class EndSessions extends AbstractProcessEnginePlugin {

    private final JdbcClient database;

    EndSessions(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        EngineParts.intercept(engine, new End());
    }

    private final class End extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            // Afterwards the new password is a digest like the old one.
            var account = whoseLoginEnds(command);
            var result = next.execute(command);
            account.ifPresent(name -> database.sql(
                            "delete from spring_session where principal_name = :person and session_id <> :own")
                    .param("person", name)
                    .param("own", here())
                    .update());
            return result;
        }
    }

    private static Optional<String> whoseLoginEnds(Command<?> command) {
        if (command instanceof DeleteUserCmd) {
            return Optional.ofNullable((String) EngineParts.field(command, "userId"));
        }
        return command instanceof SaveUserCmd
                ? Optional.ofNullable(EngineParts.field(command, "user"))
                        .filter(user -> EngineParts.field(user, "newPassword") != null)
                        .map(user -> (String) EngineParts.field(user, "id"))
                : Optional.empty();
    }

    /** The session in which it happens, if any. */
    private static String here() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here
                        && here.getRequest().getSession(false) != null
                ? here.getRequest().getSession(false).getId()
                : "";
    }
}
