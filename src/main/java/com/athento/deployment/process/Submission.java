package com.athento.deployment.process;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeployedProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.springframework.beans.DirectFieldAccessor;

/**
 * What somebody submits to start an intervention or to complete a task. It is checked and converted before the engine
 * stores any of it: history and read model hear of a variable as soon as it is set, long before a listener of the step
 * can look at it. Every door needs it: the REST API and Tasklist, our own pages, admins; starts and completions, as a
 * form or not, are four commands of the engine.
 *
 * @param right asks the engine whether the person may start or complete this
 * @param task what is to be completed; absent at a start
 * @param step where the model says what may be submitted
 * @param variables what is submitted
 * @param replace puts what shall be stored in its place
 */
record Submission(
        Consumer<CommandChecker> right,
        Optional<TaskEntity> task,
        ActivityImpl step,
        Map<String, Object> variables,
        Consumer<Map<String, Object>> replace) {

    /** The engine itself answers for a task that is gone. */
    static Optional<Submission> in(Command<?> command, CommandContext context) {
        var fields = new DirectFieldAccessor(command);
        if (command instanceof StartProcessInstanceCmd) {
            var builder = (ProcessInstantiationBuilderImpl) fields.getPropertyValue("instantiationBuilder");
            return Optional.of(ofStart(
                    new GetDeployedProcessDefinitionCmd(builder, false).execute(context),
                    builder.getVariables(),
                    builder.getVariables()::putAll));
        }
        if (command instanceof SubmitStartFormCmd) {
            var process = (String) fields.getPropertyValue("processDefinitionId");
            return Optional.of(ofStart(
                    new GetDeployedProcessDefinitionCmd(process, false).execute(context),
                    variables(fields, "variables"),
                    typed -> fields.setPropertyValue("variables", typed)));
        }
        if (command instanceof CompleteTaskCmd) {
            return ofCompletion(fields, "variables", context);
        }
        if (command instanceof SubmitTaskFormCmd) {
            return ofCompletion(fields, "properties", context);
        }
        return Optional.empty();
    }

    private static Submission ofStart(
            ProcessDefinitionEntity process, Map<String, Object> variables, Consumer<Map<String, Object>> replace) {
        return new Submission(
                checker -> checker.checkCreateProcessInstance(process),
                Optional.empty(),
                process.getInitial(),
                variables,
                replace);
    }

    private static Optional<Submission> ofCompletion(DirectFieldAccessor fields, String field, CommandContext context) {
        return Optional.ofNullable(context.getTaskManager().findTaskById((String) fields.getPropertyValue("taskId")))
                .filter(task -> task.getExecution() != null)
                .map(task -> new Submission(
                        checker -> checker.checkTaskWork(task),
                        Optional.of(task),
                        task.getExecution().getActivity(),
                        variables(fields, field),
                        typed -> fields.setPropertyValue(field, typed)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> variables(DirectFieldAccessor fields, String field) {
        var variables = (Map<String, Object>) fields.getPropertyValue(field);
        return variables == null ? Map.of() : variables;
    }

    /** @throws Refused if a variable is not for this step, by name */
    void checkNames() {
        takes().ifPresent(takes -> takes.check(variables.keySet()));
    }

    /**
     * Converts what is submitted; what is no value of its variable is left out.
     *
     * @param reading hears of what is left out, by name
     */
    void convert(Reading reading) {
        if (!variables.isEmpty()) {
            takes().map(takes -> takes.typed(variables, reading)).ifPresent(replace);
        }
    }

    private Optional<Takes> takes() {
        return step != null && step.getProperty(ModelProperties.TAKES) instanceof Takes takes
                ? Optional.of(takes)
                : Optional.empty();
    }
}
