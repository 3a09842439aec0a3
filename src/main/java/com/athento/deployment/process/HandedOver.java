package com.athento.deployment.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * What a page hands to the steps of the one transaction that it begins. It is in no form, and the engine never stores
 * it; a variable of that name that somebody did store is none of it.
 */
public final class HandedOver {

    private HandedOver() {}

    /** What was handed over under a name; empty if nothing was. */
    public static Optional<Object> in(VariableScope step, String name) {
        return Optional.ofNullable(step.<TypedValue>getVariableTyped(name))
                .filter(TypedValue::isTransient)
                .map(TypedValue::getValue);
    }
}
