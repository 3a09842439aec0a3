package com.athento.deployment.request;

import com.athento.deployment.intervention.Choice;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What a table answered, while its own activity still stands. */
record Decision(String table, DmnDecisionResult result) {

    static Decision of(DelegateExecution intervention) {
        return new Decision(
                intervention.getCurrentActivityName(), (DmnDecisionResult) intervention.getVariable("decisionResult"));
    }

    /** @throws IllegalStateException if no rule of the table fits; whoever maintains it reads this */
    <T> T get(String output, Class<T> type) {
        var rule = result.getFirstResult();
        if (rule == null || !type.isInstance(rule.getEntry(output))) {
            throw new IllegalStateException(
                    "The table of '%s' has no %s for this request; complete the table and try again"
                            .formatted(table, output));
        }
        return type.cast(rule.getEntry(output));
    }

    <E extends Enum<E>> E word(String output, Class<E> words) {
        var word = get(output, String.class);
        var choice = new Choice<>(words);
        return choice.find(word)
                .orElseThrow(() -> new IllegalStateException("The table of '%s' says %s '%s'; it must say one of %s"
                        .formatted(table, output, word, choice.all())));
    }
}
