package com.athento.deployment.process;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.stereotype.Component;

/**
 * Keeps everybody but an admin on the procedure's own path, whatever the engine's API offers beside
 * it: no start in the middle, no error or escalation from outside, no modification, no variable
 * that a step's form does not have, no completion of a task that a colleague claimed. Calls without
 * a login are the application's own.
 */
@Component
class ProcedureGuard extends CommandInterceptor {

    /** What the engine can do to a running intervention that is no step of the procedure. */
    private static final Map<Class<?>, String> BESIDE_THE_PROCEDURE =
            Map.of(
                    StartProcessInstanceAtActivitiesCmd.class,
                            "An intervention starts with its request; it cannot start in the middle",
                    HandleTaskBpmnErrorCmd.class,
                            "A task ends by being completed; an error cannot be thrown into it",
                    HandleTaskEscalationCmd.class,
                            "A task ends by being completed; an escalation cannot be thrown into it",
                    ModifyProcessInstanceCmd.class,
                            "A running intervention cannot be moved to another step",
                    ResolveTaskCmd.class, "A task ends by being completed; it cannot be resolved");

    @Override
    public <T> T execute(Command<T> command) {
        var person = Context.getCommandContext().getAuthentication();
        if (person != null && person.getUserId() != null && !isAdmin(person)) {
            check(command, person);
        }
        return next.execute(command);
    }

    private static boolean isAdmin(Authentication person) {
        return person.getGroupIds() != null && person.getGroupIds().contains(Groups.CAMUNDA_ADMIN);
    }

    private static void check(Command<?> command, Authentication person) {
        BESIDE_THE_PROCEDURE.forEach(
                (kind, sentence) -> {
                    if (kind.isInstance(command)) {
                        throw new Refused(Refused.Reason.FORBIDDEN, sentence);
                    }
                });
        if (command instanceof CompleteTaskCmd) {
            checkCompletion(field(command, "taskId"), field(command, "variables"), person);
        } else if (command instanceof SubmitTaskFormCmd) {
            checkCompletion(field(command, "taskId"), field(command, "properties"), person);
        }
    }

    private static void checkCompletion(Object taskId, Object variables, Authentication person) {
        TaskEntity task =
                Context.getCommandContext().getTaskManager().findTaskById((String) taskId);
        if (task == null) {
            return; // the engine answers for a task that is gone
        }
        if (task.getAssignee() != null && !task.getAssignee().equals(person.getUserId())) {
            throw Refused.late(
                    "'%s' is claimed by %s; only they can complete it",
                    task.getName(), task.getAssignee());
        }
        if (task.getExecution() != null
                && task.getExecution().getActivity().getProperty(ModelProperties.TAKES)
                        instanceof Takes takes) {
            takes.check(names(variables));
        }
    }

    private static Collection<String> names(Object variables) {
        return variables instanceof Map<?, ?> map
                ? map.keySet().stream().map(String::valueOf).sorted().toList()
                : List.of();
    }

    /** The engine's commands keep what they were given in fields without accessors. */
    private static Object field(Command<?> command, String name) {
        return new DirectFieldAccessor(command).getPropertyValue(name);
    }
}
