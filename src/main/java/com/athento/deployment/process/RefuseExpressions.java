package com.athento.deployment.process;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.stereotype.Component;

/**
 * Refuses every query that brings an expression along, for everybody: asked at once, as an addition to a filter, or to
 * be stored as one, and inside {@code orQueries} as well, into which the engine's own check does not look. What gets
 * past this evaluates nothing either: see {@link ModelExpressions}.
 */
@Component
class RefuseExpressions extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof AbstractQuery<?, ?> query) {
            check(query);
        } else if (command instanceof AbstractExecuteFilterCmd) {
            check(EngineParts.field(command, "extendingQuery"));
            stored((String) EngineParts.field(command, "filterId")).ifPresent(filter -> check(filter.getQuery()));
        } else if (command instanceof SaveFilterCmd) {
            check(((Filter) EngineParts.field(command, "filter")).getQuery());
        }
        return next.execute(command);
    }

    /** As an earlier release may have left it. The engine itself answers for one that is gone. */
    private static Optional<Filter> stored(String filter) {
        return Optional.ofNullable(filter).map(Context.getCommandContext().getFilterManager()::findFilterById);
    }

    private static void check(Object query) {
        if (query instanceof AbstractQuery<?, ?> asked) {
            check(asked, Collections.newSetFromMap(new IdentityHashMap<>()));
        }
    }

    /** A query of tasks lists what stands between its {@code or}s, and itself. */
    private static void check(AbstractQuery<?, ?> query, Set<Object> seen) {
        if (!seen.add(query)) {
            return;
        }
        query.getExpressions().values().forEach(expression -> {
            throw refused(expression);
        });
        if (query instanceof TaskQueryImpl tasks) {
            tasks.getQueries().forEach(inner -> check(inner, seen));
        }
    }

    static Refused refused(String expression) {
        return Refused.because("refused.expression.in-query", expression);
    }
}
