package com.athento.deployment.qa;

import com.athento.deployment.process.Variable;
import com.athento.deployment.process.Variables;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Reads the figures that the QA team typed in. */
final class ReadBattery {

    private ReadBattery() {}

    static Battery from(VariableScope intervention) {
        return from(intervention::getVariable);
    }

    /** By the names of the variables, which need not be those of a process. */
    static Battery from(Function<String, ?> figures) {
        return new Battery(
                count(Variables.QA_TOTAL, figures),
                count(Variables.QA_PASSED, figures),
                count(Variables.QA_FAILED, figures),
                count(Variables.QA_BLOCKED, figures),
                count(Variables.QA_OPEN, figures),
                Variables.QA_FINISHED.required(
                        figures, "say whether the battery is finished, true or false"));
    }

    private static long count(Variable<Long> count, Function<String, ?> figures) {
        return count.required(figures, "give the number of tests, 0 or more");
    }
}
