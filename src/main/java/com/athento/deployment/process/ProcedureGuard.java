package com.athento.deployment.process;

import static java.util.Map.entry;

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
            entry(
                    StartProcessInstanceAtActivitiesCmd.class,
                    "An intervention starts with its request; it cannot start in the middle"),
            entry(
                    RestartProcessInstancesCmd.class,
                    "An intervention that has ended cannot be restarted; request a new one"),
            entry(HandleTaskBpmnErrorCmd.class, "A task ends by being completed; an error cannot be thrown into it"),
            entry(
                    HandleTaskEscalationCmd.class,
                    "A task ends by being completed; an escalation cannot be thrown into it"),
            entry(ModifyProcessInstanceCmd.class, "A running intervention cannot be moved to another step"),
            entry(ResolveTaskCmd.class, "A task ends by being completed; it cannot be resolved"),
            entry(UpdateCommentCmd.class, "A comment stays as it was written; add another one"),
            entry(DeleteTaskCommentCmd.class, "A comment stays as it was written; add another one"),
            entry(DeleteAttachmentCmd.class, "An attachment stays as it was put there; add another one"),
            // Nothing may wait for them today, but a model of tomorrow might.
            entry(
                    SignalEventReceivedCmd.class,
                    "A signal reaches whoever waits for it; only an admin sends one by hand"),
            entry(EvaluateStartConditionCmd.class, "An intervention starts with its request, by no condition"),
            entry(CorrelateMessageCmd.class, "A message belongs to the procedure; only an admin sends one by hand"),
            entry(CorrelateAllMessageCmd.class, "A message belongs to the procedure; only an admin sends one by hand"),
            entry(MessageEventReceivedCmd.class, "A message belongs to the procedure; only an admin sends one by hand"),
            entry(FetchExternalTasksCmd.class, "Nobody but an admin works for the engine; people work on tasks"),
            entry(CreateMigrationPlanCmd.class, "A running intervention stays on its model; only an admin migrates it"),
            entry(DeleteUserCmd.class, "An account is deleted by an admin, not by whose it is"),
            entry(MetricsQueryImpl.class, "What the engine counts about itself is for admins"),
            entry(FindHistoryCleanupJobsCmd.class, "The clean-up of the history is for admins"));

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
        BESIDE_THE_PROCEDURE.forEach((kind, sentence) -> {
            if (kind.isInstance(command)) {
                throw new Refused(Refused.Reason.FORBIDDEN, sentence);
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
            throw new Refused(
                    Refused.Reason.FORBIDDEN, "The whole log is for admins; say of which task or intervention you ask");
        } else if (command instanceof CheckPassword
                && !person.getUserId().equals(EngineParts.field(command, "userId"))) {
            throw new Refused(
                    Refused.Reason.FORBIDDEN,
                    "username: '%s' is somebody else; nobody tries a password but their own"
                            .formatted(PlainText.quoted((String) EngineParts.field(command, "userId"))));
        } else if (command instanceof ExecuteJobsCmd) {
            throw new AuthorizationException("A job runs by itself when it is due; only an admin runs one by hand");
        }
    }

    private static void checkClaimed(TaskEntity task, Authentication person) {
        if (task.getAssignee() != null && !task.getAssignee().equals(person.getUserId())) {
            throw Refused.late("'%s' is claimed by %s; only they can complete it", task.getName(), task.getAssignee());
        }
    }

    /** The engine lets any candidate claim for a third person, or take a claim away. */
    private static void checkClaim(Optional<TaskEntity> open, String claimant, Authentication person) {
        open.ifPresent(task -> {
            if (claimant != null && !claimant.equals(person.getUserId())) {
                throw new Refused(
                        Refused.Reason.FORBIDDEN,
                        "userId: '%s' is somebody else; everybody claims for themselves, so give '%s'"
                                .formatted(claimant, person.getUserId()));
            }
            if (claimant == null
                    && task.getAssignee() != null
                    && !task.getAssignee().equals(person.getUserId())
                    && !isHandedOn(task)) {
                throw Refused.late(
                        "'%s' is claimed by %s; only they can give it back", task.getName(), task.getAssignee());
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
            throw new AuthorizationException(
                    "A timer follows the plan and is never moved; retry without a new due date");
        }
        if ((int) EngineParts.field(command, "retries") < 1) {
            throw new AuthorizationException("retries: '%s' would stop the job for good; give 1 or more"
                    .formatted(EngineParts.field(command, "retries")));
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
