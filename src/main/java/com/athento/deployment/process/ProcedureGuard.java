package com.athento.deployment.process;

import static java.util.Map.entry;

import com.athento.deployment.intervention.ElementName;
import com.athento.deployment.intervention.Person;
import com.athento.deployment.intervention.PlainText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.UserOperationLogQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CheckPassword;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CorrelateAllMessageCmd;
import org.camunda.bpm.engine.impl.cmd.CorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.CreateMigrationPlanCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteTaskCommentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserCmd;
import org.camunda.bpm.engine.impl.cmd.EvaluateStartConditionCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.cmd.FetchExternalTasksCmd;
import org.camunda.bpm.engine.impl.cmd.FindHistoryCleanupJobsCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.RestartProcessInstancesCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.cmd.SignalEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateCommentCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobListener;
import org.camunda.bpm.engine.impl.metrics.MetricsQueryImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps everybody but an admin on the procedure's own path, whatever the engine's API offers beside it: no start in the
 * middle, no error or escalation from outside, no modification, no variable that a step's form does not have, no
 * completion of a task that a colleague claimed, no timer moved. It closes what the engine's authorizations leave open
 * to whoever may work on a task, request an intervention or retry a job, and to anybody with a login. Calls without a
 * login, and those of our own listeners, are the application's own.
 */
@Component
class ProcedureGuard extends CommandInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(ProcedureGuard.class);

    /** What the engine can do to a running intervention that is no step of the procedure. */
    private static final Map<Class<?>, String> BESIDE_THE_PROCEDURE = Map.ofEntries(
            entry(StartProcessInstanceAtActivitiesCmd.class, "refused.guard.start-in-the-middle"),
            entry(RestartProcessInstancesCmd.class, "refused.guard.restart"),
            entry(HandleTaskBpmnErrorCmd.class, "refused.guard.error"),
            entry(HandleTaskEscalationCmd.class, "refused.guard.escalation"),
            entry(ModifyProcessInstanceCmd.class, "refused.guard.move"),
            entry(ResolveTaskCmd.class, "refused.guard.resolve"),
            entry(UpdateCommentCmd.class, "refused.guard.comment"),
            entry(DeleteTaskCommentCmd.class, "refused.guard.comment"),
            entry(DeleteAttachmentCmd.class, "refused.guard.attachment"),
            // Nothing may wait for them today, but a model of tomorrow might.
            entry(SignalEventReceivedCmd.class, "refused.guard.signal"),
            entry(EvaluateStartConditionCmd.class, "refused.guard.condition"),
            entry(CorrelateMessageCmd.class, "refused.guard.message"),
            entry(CorrelateAllMessageCmd.class, "refused.guard.message"),
            entry(MessageEventReceivedCmd.class, "refused.guard.message"),
            entry(FetchExternalTasksCmd.class, "refused.guard.external-task"),
            entry(CreateMigrationPlanCmd.class, "refused.guard.migration"),
            entry(DeleteUserCmd.class, "refused.guard.account"),
            entry(MetricsQueryImpl.class, "refused.guard.metrics"),
            entry(FindHistoryCleanupJobsCmd.class, "refused.guard.clean-up"));

    @Override
    public <T> T execute(Command<T> command) {
        var context = Context.getCommandContext();
        // Inside our own listeners the engine asks for no rights, and neither do we.
        if (!context.isAuthorizationCheckEnabled()) {
            return next.execute(command);
        }
        var submission = Submission.in(command, context);
        var person = context.getAuthentication();
        var reading = new Reading();
        if (person == null || person.getUserId() == null || isAdmin(person)) {
            submission.ifPresent(submitted -> submitted.convert(reading));
            return passOn(command, reading);
        }
        if (command instanceof FailedJobListener) {
            // Whoever may not run a job would otherwise make it fail, and a failed timer is due
            // anew in seconds.
            return null;
        }
        check(command, person, context);
        submission.ifPresent(submitted -> check(submitted, person, context, reading));
        return givesBack(command, person, context)
                ? context.runWithoutAuthorization(() -> next.execute(command))
                : passOn(command, reading);
    }

    /**
     * Where values had to be left out, the step says what else it minds, and all of it is refused together: nothing of
     * the step is kept.
     */
    private <T> T passOn(Command<T> command, Reading reading) {
        if (reading.isFine()) {
            return next.execute(command);
        }
        try {
            reading.check(() -> unwrapped(command));
        } catch (Refused refused) {
            throw refused;
        } catch (RuntimeException forWantOfAValue) {
            LOG.debug("Without what was left out the step goes no further", forWantOfAValue);
        }
        reading.end();
        throw new IllegalStateException("what was left out is refused");
    }

    /** A task's listeners refuse in an exception of the engine's. */
    private void unwrapped(Command<?> command) {
        try {
            next.execute(command);
        } catch (RuntimeException failed) {
            throw Causes.find(failed, Refused.class)
                    .map(RuntimeException.class::cast)
                    .orElse(failed);
        }
    }

    private static void check(Submission submission, Authentication person, CommandContext context, Reading reading) {
        context.getProcessEngineConfiguration().getCommandCheckers().forEach(submission.right());
        submission.task().ifPresent(task -> checkClaimed(task, person));
        submission.checkNames();
        submission.convert(reading);
    }

    private static boolean isAdmin(Authentication person) {
        return person.getGroupIds() != null && person.getGroupIds().stream().anyMatch(Person.ADMINS::contains);
    }

    private static void check(Command<?> command, Authentication person, CommandContext context) {
        BESIDE_THE_PROCEDURE.forEach((kind, code) -> {
            if (kind.isInstance(command)) {
                throw new Refused(Refused.Reason.FORBIDDEN, code);
            }
        });
        Remarks.check(command, context);
        if (command instanceof ClaimTaskCmd) {
            checkClaim(task(command, context), (String) EngineParts.field(command, "userId"), person);
        } else if (command instanceof SetJobRetriesCmd) {
            checkRetry(command, context);
        } else if (command instanceof UserOperationLogQueryImpl
                && EngineParts.field(command, "taskId") == null
                && EngineParts.field(command, "processInstanceId") == null) {
            // Whoever may read the history of all processes would read what admins do to accounts.
            throw new Refused(Refused.Reason.FORBIDDEN, "refused.guard.log");
        } else if (command instanceof CheckPassword
                && !person.getUserId().equals(EngineParts.field(command, "userId"))) {
            throw new Refused(Refused.Reason.FORBIDDEN, "refused.guard.password", PlainText.quoted((String)
                    EngineParts.field(command, "userId")));
        } else if (command instanceof ExecuteJobsCmd) {
            throw new Withheld("refused.guard.job");
        }
    }

    private static void checkClaimed(TaskEntity task, Authentication person) {
        if (task.getAssignee() != null && !task.getAssignee().equals(person.getUserId())) {
            throw Refused.late("refused.guard.claimed-to-complete", name(task), task.getAssignee());
        }
    }

    private static ElementName name(TaskEntity task) {
        return new ElementName(task.getTaskDefinitionKey(), task.getName());
    }

    /** The engine lets any candidate claim for a third person, or take a claim away. */
    private static void checkClaim(Optional<TaskEntity> open, String claimant, Authentication person) {
        open.ifPresent(task -> {
            if (claimant != null && !claimant.equals(person.getUserId())) {
                throw new Refused(
                        Refused.Reason.FORBIDDEN, "refused.guard.claim-for-another", claimant, person.getUserId());
            }
            if (claimant == null
                    && task.getAssignee() != null
                    && !task.getAssignee().equals(person.getUserId())
                    && !isHandedOn(task)) {
                throw Refused.late("refused.guard.claimed-to-give-back", name(task), task.getAssignee());
            }
        });
    }

    /**
     * Who may retry a job could otherwise open a window early by moving its timer. The REST API lets only missing
     * rights through here, and puts its own words on everything else.
     */
    private static void checkRetry(Command<?> command, CommandContext context) {
        var jobs = EngineParts.field(command, "jobIds") instanceof List<?> several
                ? several
                : Optional.ofNullable(EngineParts.field(command, "jobId"))
                        .map(List::of)
                        .orElse(List.of());
        var wholeDefinition = EngineParts.field(command, "jobDefinitionId") != null;
        var timer = jobs.stream()
                .map(job -> context.getJobManager().findJobById((String) job))
                .anyMatch(TimerEntity.class::isInstance);
        if ((boolean) EngineParts.field(command, "isDueDateSet") && (timer || wholeDefinition)) {
            throw new Withheld("refused.guard.timer");
        }
        if ((int) EngineParts.field(command, "retries") < 1) {
            throw new Withheld("refused.guard.retries", EngineParts.field(command, "retries"));
        }
    }

    /**
     * Whether somebody gives back what they claimed: the engine asks for the right to assign, which nobody has. What
     * went on to somebody by itself, everybody gives back who could take it: whoever did the step before may have gone
     * home.
     */
    private static boolean givesBack(Command<?> command, Authentication person, CommandContext context) {
        return command instanceof AssignTaskCmd
                && EngineParts.field(command, "userId") == null
                && task(command, context)
                        .filter(task -> person.getUserId().equals(task.getAssignee())
                                || (isHandedOn(task) && mayTake(task, context)))
                        .isPresent();
    }

    private static boolean isHandedOn(TaskEntity task) {
        return Variables.HANDED_TO.find(task).isPresent();
    }

    /** @throws AuthorizationException if not, which says what is missing */
    private static boolean mayTake(TaskEntity task, CommandContext context) {
        context.getProcessEngineConfiguration().getCommandCheckers().forEach(checker -> checker.checkTaskWork(task));
        return true;
    }

    /** The task that a command is about; the engine itself answers for one that is gone. */
    private static Optional<TaskEntity> task(Command<?> command, CommandContext context) {
        return Optional.ofNullable(
                context.getTaskManager().findTaskById((String) EngineParts.field(command, "taskId")));
    }
}
