package com.athento.deployment.refusal;

import com.athento.deployment.process.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What whoever asked gets to hear when a thing was not done.
 *
 * @param status as HTTP knows it
 * @param message for a person, one sentence for each thing that is wrong: no engine ids, no codes, no class names
 * @param faults the same field by field, as far as it is about fields
 */
public record Answer(int status, String message, List<Fault> faults) {

    public Answer(int status, String message) {
        this(status, message, List.of());
    }

    /** As a machine reads it: {@code {"message": …}}, and {@code faults} if there are any. */
    public Map<String, Object> body() {
        var body = new LinkedHashMap<String, Object>();
        body.put("message", message);
        if (!faults.isEmpty()) {
            body.put("faults", faults);
        }
        return body;
    }
}
