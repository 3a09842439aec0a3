package com.athento.deployment.process;

import com.athento.deployment.intervention.PlainText;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.List;
import java.util.stream.StreamSupport;
import org.camunda.spin.Spin;

/** Several fixes by their references, as a JSON array of texts. */
record References() implements Kind<List<String>> {

    /** As much of one as our tables keep. */
    private static final int LONGEST = 200;

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Kind<String> REFERENCE = new Text(LONGEST);

    @Override
    public List<String> read(String where, Object given) {
        return StreamSupport.stream(array(where, given).spliterator(), false)
                .map(reference -> {
                    if (!reference.isTextual()) {
                        throw none(where, given);
                    }
                    return REFERENCE.read(where, reference.textValue());
                })
                .distinct()
                .toList();
    }

    private static JsonNode array(String where, Object given) {
        try {
            var json = given instanceof Collection ? JSON.valueToTree(given) : JSON.readTree(given.toString());
            if (json.isArray()) {
                return json;
            }
        } catch (JsonProcessingException | IllegalArgumentException unreadable) {
            // Said below.
        }
        throw none(where, given);
    }

    private static Refused none(String where, Object given) {
        return Refused.because("refused.references.none", where, PlainText.quoted(given));
    }

    @Override
    public Object held(List<String> references) {
        try {
            return Spin.JSON(JSON.writeValueAsString(references));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
