package com.athento.deployment.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;

/** What happens to the variables of a form before the step's own listeners read them. */
final class TakeAnswers {

    private TakeAnswers() {}

    /** At a start nothing else is there yet: whatever is, was submitted. */
    record OfStart(List<Variable<?>> answers) implements ExecutionListener {
        @Override
        public void notify(DelegateExecution execution) {
            if (execution.getProcessBusinessKey() != null) {
                throw Refused.because(
                        "businessKey: '%s' cannot be chosen; leave it out, the key is made here",
                        execution.getProcessBusinessKey());
            }
            Takes.of(answers, List.of()).check(execution.getVariableNames());
            answers.forEach(variable -> variable.normalise(execution));
        }
    }

    /** A completion must never inherit an earlier answer. */
    record OfNewTask(List<Variable<?>> answers) implements TaskListener {
        @Override
        public void notify(DelegateTask task) {
            answers.stream()
                    .filter(variable -> task.getExecution().hasVariable(variable.name()))
                    .forEach(variable -> variable.clear(task.getExecution()));
        }
    }

    /** Numbers sent as text become numbers, exactly or not at all. */
    record OfCompletion(Takes takes) implements TaskListener {
        @Override
        public void notify(DelegateTask task) {
            takes.byName().values().forEach(variable -> variable.normalise(task.getExecution()));
        }
    }
}
