package com.athento.deployment.process;

import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.intervention.Sentence;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** A field of a JSON object that somebody sent to our API. */
public final class JsonField {

    private JsonField() {}

    /**
     * A text; an empty one is none.
     *
     * @throws Refused if it is something else
     */
    public static Optional<String> text(JsonNode json, String field) {
        var value = json.path(field);
        if (isAbsent(value)) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw Refused.because("refused.value.text", field, PlainText.quoted(value));
        }
        return Optional.of(PlainText.trimmed(value.asText())).filter(text -> !text.isEmpty());
    }

    /**
     * Whether it is true; left out, it is not.
     *
     * @throws Refused if it is neither
     */
    public static boolean isTrue(JsonNode json, String field) {
        var value = json.path(field);
        if (!isAbsent(value) && !value.isBoolean()) {
            throw Refused.because(
                    "refused.value.none",
                    field,
                    PlainText.quoted(value.isTextual() ? value.asText() : value),
                    Sentence.of("refused.value.yes-no"));
        }
        return value.asBoolean();
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}
