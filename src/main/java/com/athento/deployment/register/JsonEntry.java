package com.athento.deployment.register;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.stream.StreamSupport;

/** What somebody wrote as JSON; its names are their own place. */
final class JsonEntry {

    private JsonEntry() {}

    static Written read(JsonNode json) {
        if (json.isObject()) {
            return entries(json);
        }
        if (json.isArray()) {
            return items(json);
        }
        if (json.isNull() || json.isMissingNode()) {
            return Written.nothing("");
        }
        return json.isTextual() ? Written.text("", json.asText()) : Written.bare("", json.asText());
    }

    private static Written entries(JsonNode json) {
        var entries = new LinkedHashMap<String, Written>();
        json.properties().forEach(entry -> entries.put(entry.getKey(), read(entry.getValue())));
        return Written.entries("", entries);
    }

    private static Written items(JsonNode json) {
        return Written.items(
                "",
                StreamSupport.stream(json.spliterator(), false)
                        .map(JsonEntry::read)
                        .toList());
    }
}
