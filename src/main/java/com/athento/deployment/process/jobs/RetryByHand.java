package com.athento.deployment.process.jobs;

import com.athento.deployment.process.Causes;
import com.athento.deployment.process.LostRace;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.impl.bpmn.parser.FailedJobRetryConfiguration;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerTaskListenerJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.impl.util.ParseUtil;

/**
 * What happens to a job that failed: it waits for its next attempt; one that only has to go on loses none, and one that
 * only lost a race against somebody else is due again at once. After the last one only a person tries it again, and
 * then at once; the engine would add the longest pause of all. It would also let what a task's timer does fail three
 * times without a pause.
 */
class RetryByHand extends DefaultJobRetryCmd {

    private static final long serialVersionUID = 1L;

    private final transient Optional<ToBeContinued> continued;
    private final boolean lostARace;

    RetryByHand(String jobId, Throwable failure) {
        super(jobId, failure);
        this.continued = Causes.find(failure, ToBeContinued.class);
        this.lostARace = LostRace.is(failure);
    }

    @Override
    protected boolean shouldDecrementRetriesFor(Throwable failure) {
        return continued.isEmpty() && super.shouldDecrementRetriesFor(failure);
    }

    @Override
    protected void logException(JobEntity job) {
        super.logException(job);
        DoneForGood.before(exception)
                .ifPresent(done -> job.setExceptionMessage(
                        "%s What comes behind it failed: %s".formatted(done, exception.getMessage())));
    }

    /** What belongs to no step is tried again like everything else. */
    @Override
    protected void executeStandardStrategy(CommandContext commands) {
        var job = getJob();
        if (job == null || !RunLooseJob.TYPE.equals(job.getJobHandlerType()) || cycle() == null) {
            super.executeStandardStrategy(commands);
            return;
        }
        try {
            executeCustomStrategy(commands, job, null);
        } catch (Exception unreadable) {
            throw new IllegalStateException(
                    "failed-job-retry-time-cycle: '%s' is no list of durations".formatted(cycle()), unreadable);
        }
    }

    private static String cycle() {
        return Context.getProcessEngineConfiguration().getFailedJobRetryTimeCycle();
    }

    @Override
    public Object execute(CommandContext commands) {
        if (lostARace) {
            getJob().unlock();
            notifyAcquisition(commands);
            return null;
        }
        var result = super.execute(commands);
        var job = getJob();
        if (job != null && job.getRetries() == 0) {
            job.setDuedate(ClockUtil.getCurrentTime());
        } else if (job != null) {
            continued.ifPresent(later -> job.setDuedate(Date.from(later.at())));
        }
        return result;
    }

    @Override
    public ActivityImpl getCurrentActivity(CommandContext commands, JobEntity job) {
        return TimerTaskListenerJobHandler.TYPE.equals(job.getJobHandlerType())
                ? commands.getProcessEngineConfiguration()
                        .getDeploymentCache()
                        .findDeployedProcessDefinitionById(job.getProcessDefinitionId())
                        .findActivity(job.getActivityId())
                : super.getCurrentActivity(commands, job);
    }

    /** A task that is no job of its own has no cycle of its own either, nor has what is no task. */
    @Override
    public FailedJobRetryConfiguration getFailedJobRetryConfiguration(JobEntity job, ActivityImpl activity) {
        var own = activity == null ? null : super.getFailedJobRetryConfiguration(job, activity);
        return own == null ? ParseUtil.parseRetryIntervals(cycle()) : own;
    }
}
