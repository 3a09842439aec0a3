package com.athento.deployment.security;

import com.athento.deployment.process.EngineParts;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.stereotype.Component;

/**
 * What a stored filter cannot know, put in when it is used: {@link #WHOEVER_ASKS} as assignee or candidate is the
 * person logged in, and {@link #NOW} as the end of the due dates is the present. Stock Camunda says both with
 * expressions, which are closed here.
 */
@Component
class BindFilters extends CommandInterceptor {

    /** No account can have this name: names are letters and digits. */
    static final String WHOEVER_ASKS = "(me)";

    /** No task is due before this. */
    static final Instant NOW = Instant.EPOCH;

    private final Clock clock;

    BindFilters(Clock clock) {
        this.clock = clock;
    }

    @Component
    static class Plugin extends AbstractProcessEnginePlugin {

        private final BindFilters bind;

        Plugin(BindFilters bind) {
            this.bind = bind;
        }

        @Override
        public void preInit(ProcessEngineConfigurationImpl engine) {
            EngineParts.intercept(engine, bind);
        }
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof AbstractExecuteFilterCmd) {
            bind((String) EngineParts.field(command, "filterId"), Context.getCommandContext());
        }
        return next.execute(command);
    }

    /** The engine keeps what it has read until the command ends, so the command meets this one. */
    private void bind(String filterId, CommandContext context) {
        Filter filter = filterId == null ? null : context.getFilterManager().findFilterById(filterId);
        if (filter != null && filter.getQuery() instanceof TaskQueryImpl query) {
            List.copyOf(query.getQueries()).forEach(each -> bind(each, context.getAuthentication()));
        }
    }

    private void bind(TaskQueryImpl query, Authentication person) {
        if (query.getDueBefore() != null && query.getDueBefore().toInstant().equals(NOW)) {
            query.dueBefore(Date.from(clock.instant()));
        }
        if (person == null) {
            return;
        }
        if (WHOEVER_ASKS.equals(query.getAssignee())) {
            query.taskAssignee(person.getUserId());
        }
        if (WHOEVER_ASKS.equals(query.getCandidateUser())) {
            query.taskCandidateUser(person.getUserId());
        }
    }
}
