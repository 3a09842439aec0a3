package com.athento.deployment.process;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * The start that a client picked on the consent page instead of the one that it was asked about. The page hands it to
 * the steps that take it, in a variable of that one transaction: the engine never stores it, and no form can send it.
 */
public final class PickedSlot {

    public static final String VARIABLE = "pickedSlot";

    private PickedSlot() {}

    public static TypedValue handedOver(Instant start) {
        return Variables.dateValue(Date.from(start), true);
    }

    /** Empty where the client was not asked on the page, or took no other time. */
    public static Optional<Instant> in(VariableScope step) {
        return HandedOver.in(step, VARIABLE).map(start -> ((Date) start).toInstant());
    }
}
