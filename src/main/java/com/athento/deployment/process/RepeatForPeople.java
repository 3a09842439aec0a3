package com.athento.deployment.process;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobListener;

/**
 * Repeats what a person asks of the engine, through whatever door, if it lost a race. It stands outside the
 * transaction, the first of all interceptors. Jobs are repeated by the job executor.
 */
class RepeatForPeople extends CommandInterceptor {

    private final RepeatLostRaces repeat;
    private final IdentityService identity;

    RepeatForPeople(RepeatLostRaces repeat, IdentityService identity) {
        this.repeat = repeat;
        this.identity = identity;
    }

    @Override
    public <T> T execute(Command<T> command) {
        return isAPersons(command) ? repeat.of(() -> next.execute(command)) : next.execute(command);
    }

    private boolean isAPersons(Command<?> command) {
        var login = identity.getCurrentAuthentication();
        return login != null
                && login.getUserId() != null
                && Context.getJobExecutorContext() == null
                && !(command instanceof ExecuteJobsCmd)
                && !(command instanceof FailedJobListener);
    }
}
