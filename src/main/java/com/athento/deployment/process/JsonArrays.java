package com.athento.deployment.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.Optional;
import org.camunda.spin.Spin;

/** Lists between what somebody submits, the text of their JSON, and what the engine holds. */
final class JsonArrays {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonArrays() {}

    /** What was given as a document, as its text or as a list; empty if it is no array. */
    static Optional<JsonNode> read(Object given) {
        try {
            var json = given instanceof Collection ? JSON.valueToTree(given) : JSON.readTree(given.toString());
            return Optional.of(json).filter(JsonNode::isArray);
        } catch (JsonProcessingException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** As the engine holds it; its text is what our tables keep. */
    static Object held(Collection<?> list) {
        try {
            return Spin.JSON(JSON.writeValueAsString(list));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
