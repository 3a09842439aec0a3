package com.athento.deployment.process;

import com.athento.deployment.intervention.Finding;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.camunda.spin.Spin;

/** Findings, which nobody submits; the engine holds them as JSON, and our tables its text. */
record Findings() implements Kind<List<Finding>> {

    /** What was found before there were two languages has no sentence. */
    private static final ObjectMapper JSON =
            new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

    @Override
    public List<Finding> read(String where, Object given) {
        try {
            return JSON.readValue(given.toString(), new TypeReference<>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the findings of this intervention are no JSON array of findings", broken);
        }
    }

    @Override
    public Object held(List<Finding> findings) {
        try {
            return Spin.JSON(JSON.writeValueAsString(findings));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
