package com.athento.deployment.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;

/**
 * What becomes of the variables of a form before the step's own listeners read them, beside what {@link ProcedureGuard}
 * has seen to by then. Nothing is converted here: the guard does that, and who reads a {@link Variable} reads a text
 * that an admin put there as well.
 */
final class TakeAnswers {

    private TakeAnswers() {}

    /**
     * At a start nothing else is there yet: whatever is, was submitted. Of an admin, who may start where and with what
     * they want, the guard asks nothing; but what begins at the beginning begins as the form says.
     */
    record OfStart(List<Variable<?>> answers) implements ExecutionListener {
        @Override
        public void notify(DelegateExecution execution) {
            if (execution.getProcessBusinessKey() != null) {
                throw Refused.because("refused.step.business-key", execution.getProcessBusinessKey());
            }
            Takes.of(answers, List.of()).check(execution.getVariableNames());
        }
    }

    /** A completion must never inherit an earlier answer, whichever door leaves one out. */
    record OfNewTask(List<Variable<?>> answers) implements TaskListener {
        @Override
        public void notify(DelegateTask task) {
            answers.stream()
                    .filter(variable -> task.getExecution().hasVariable(variable.name()))
                    .forEach(variable -> variable.clear(task.getExecution()));
        }
    }
}
