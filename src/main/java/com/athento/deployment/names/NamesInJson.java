package com.athento.deployment.names;

import com.athento.deployment.intervention.ModelWords;
import com.athento.deployment.process.models.ShownTexts;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;

/**
 * An answer of the engine's API in a reader's language: where a name stands beside the id of an element, it is the
 * reader's. Nothing else changes, above all not what people have written.
 */
class NamesInJson {

    /** Where an id stands, where its name stands, and where what it is for. */
    private record Pair(String id, String name, Optional<String> documentation) {

        Pair(String id, String name) {
            this(id, name, Optional.empty());
        }

        Pair(String id, String name, String documentation) {
            this(id, name, Optional.of(documentation));
        }
    }

    private static final List<Pair> PAIRS = List.of(
            new Pair("taskDefinitionKey", "name", "description"),
            new Pair("activityId", "activityName"),
            new Pair("key", "name", "description"),
            new Pair("processDefinitionKey", "processDefinitionName"),
            new Pair("decisionDefinitionKey", "decisionDefinitionName"),
            new Pair("clauseId", "clauseName"));

    /** Whole models. */
    private static final Set<String> MODELS = Set.of("bpmn20Xml", "dmnXml");

    /** Values of variables, whatever their shape. */
    private static final Set<String> WRITTEN_BY_PEOPLE = Set.of("value", "valueInfo");

    private static final String LISTS = "filter.";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final ModelWords words;
    private boolean changed;

    private NamesInJson(ModelWords words) {
        this.words = words;
    }

    /** @return nothing if no name is another one, or if it is no JSON */
    static Optional<byte[]> in(ModelWords words, byte[] json) {
        try {
            var names = new NamesInJson(words);
            var all = JSON.readTree(json);
            names.walk(all);
            return names.changed ? Optional.of(JSON.writeValueAsBytes(all)) : Optional.empty();
        } catch (IOException noJson) {
            return Optional.empty();
        }
    }

    private void walk(JsonNode node) {
        if (node instanceof ObjectNode object) {
            PAIRS.forEach(pair -> name(object, pair));
            MODELS.forEach(model -> put(object, model, model, (key, xml) -> ShownTexts.in(words, xml)));
            if ("Task".equals(text(object, "resourceType"))) {
                nameList(object);
            }
            object.properties().stream()
                    .filter(field -> !WRITTEN_BY_PEOPLE.contains(field.getKey()))
                    .map(Map.Entry::getValue)
                    .forEach(this::walk);
        } else {
            node.forEach(this::walk);
        }
    }

    private void name(ObjectNode object, Pair pair) {
        var id = text(object, pair.id());
        if (id == null) {
            return;
        }
        // A tree of activities names its root by the id of the definition: key, version and number.
        var element = id.split(":", 2)[0];
        put(object, pair.name(), element, words::label);
        pair.documentation().ifPresent(field -> put(object, field, element, words::documentation));
        if (pair.name().equals("activityName") && object.has("activityName")) {
            put(object, "name", element, words::label);
        }
    }

    /** A list of Tasklist's, as long as an admin has not named it otherwise. */
    private void nameList(ObjectNode list) {
        put(list, "name", LISTS, this::known);
        if (list.get("properties") instanceof ObjectNode properties) {
            put(properties, "description", LISTS, this::known);
            properties.path("variables").forEach(variable -> {
                if (variable instanceof ObjectNode card) {
                    put(card, "label", LISTS, this::known);
                }
            });
        }
    }

    private String known(String beginning, String text) {
        return words.known(beginning, text).orElse(text);
    }

    private void put(ObjectNode object, String field, String id, BinaryOperator<String> said) {
        var kept = text(object, field);
        if (kept != null) {
            var shown = said.apply(id, kept);
            if (!kept.equals(shown)) {
                object.put(field, shown);
                changed = true;
            }
        }
    }

    private static String text(ObjectNode object, String field) {
        var value = object.get(field);
        return value == null || !value.isTextual() ? null : value.textValue();
    }
}
