package com.athento.deployment.consent;

import com.athento.deployment.process.HandedOver;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * What proves an answer that was given on the page. The page hands it to the step that records the answer, in a
 * variable of that one transaction: the engine never stores it, and takes it from no form.
 *
 * @param linkOf whose personal link it was given with
 * @param address where the answer came from
 * @param shown the plan, word for word as the page showed it
 */
public record Evidence(List<String> linkOf, String address, String shown) {

    static final String VARIABLE = "consentEvidence";

    private static final ObjectMapper JSON = new ObjectMapper();

    TypedValue handedOver() {
        try {
            return Variables.stringValue(JSON.writeValueAsString(this), true);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Empty where the answer was not given on the page. */
    static Optional<Evidence> of(VariableScope step) {
        return HandedOver.in(step, VARIABLE).map(Evidence::read);
    }

    private static Evidence read(Object json) {
        try {
            return JSON.readValue((String) json, Evidence.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the evidence of an answer is no JSON", broken);
        }
    }
}
