package com.athento.deployment.qa;

import com.athento.deployment.process.Reading;
import com.athento.deployment.process.Variable;
import com.athento.deployment.process.Variables;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Reads the figures that the QA team typed in. */
final class ReadBattery {

    private ReadBattery() {}

    static Battery from(VariableScope intervention) {
        return from(intervention::getVariable);
    }

    /** By the names of the variables, which need not be those of a process. */
    static Battery from(Function<String, ?> figures) {
        var reading = new Reading();
        var counts = Stream.of(
                        Variables.QA_TOTAL,
                        Variables.QA_PASSED,
                        Variables.QA_FAILED,
                        Variables.QA_BLOCKED,
                        Variables.QA_OPEN)
                .map(count -> reading.of(() -> count(count, figures)).orElse(0L))
                .toList();
        var finished = reading.of(() -> Variables.QA_FINISHED.required(figures, "refused.battery.finished"));
        reading.end();
        return new Battery(
                counts.get(0), counts.get(1), counts.get(2), counts.get(3), counts.get(4), finished.orElseThrow());
    }

    private static long count(Variable<Long> count, Function<String, ?> figures) {
        return count.required(figures, "refused.battery.number");
    }
}
