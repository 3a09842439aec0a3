package com.athento.deployment.qa;

import com.athento.deployment.process.Variable;
import com.athento.deployment.process.Variables;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Reads the figures that the QA team typed in. */
final class ReadBattery {

    private ReadBattery() {}

    static Battery from(VariableScope intervention) {
        return new Battery(
                count(Variables.QA_TOTAL, intervention),
                count(Variables.QA_PASSED, intervention),
                count(Variables.QA_FAILED, intervention),
                count(Variables.QA_BLOCKED, intervention),
                count(Variables.QA_OPEN, intervention),
                Variables.QA_FINISHED.required(
                        intervention, "say whether the battery is finished, true or false"));
    }

    private static long count(Variable<Long> count, VariableScope intervention) {
        return count.required(intervention, "give the number of tests, 0 or more");
    }
}
