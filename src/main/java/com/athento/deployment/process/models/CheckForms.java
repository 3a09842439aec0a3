package com.athento.deployment.process.models;

import com.athento.deployment.process.Variables;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a form asks for are variables of the model, and what it offers are their words. */
final class CheckForms {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FIELD = Pattern.compile("ng-model=\"f\\.(\\w+)\"");

    /** The form of the approvals serves both, and leaves the team out of the names. */
    private static final List<String> TEAMS = List.of("product", "project");

    private CheckForms() {}

    /** The id of a Camunda Form; absent if the file is none. */
    static Optional<String> id(byte[] form) {
        try {
            return Optional.ofNullable(JSON.readTree(form).path("id").asText(null));
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    static List<String> ofCamunda(byte[] form) {
        try {
            var faults = new ArrayList<String>();
            JSON.readTree(form).path("components").forEach(field -> check(field, faults));
            return faults;
        } catch (JsonProcessingException broken) {
            return List.of("line %d is no JSON".formatted(broken.getLocation().getLineNr()));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void check(JsonNode field, List<String> faults) {
        field.path("components").forEach(inner -> check(inner, faults));
        if (!field.has("key")) {
            return;
        }
        var name = field.get("key").asText();
        var variable = Variables.find(name);
        if (variable.isEmpty()) {
            faults.add(Names.unknownVariable(name));
        } else if (!variable.get().values().isEmpty()) {
            var words = variable.get().values().stream().map(String::valueOf).toList();
            field.path("values").forEach(value -> {
                if (!words.contains(value.path("value").asText())) {
                    faults.add("'%s' is never '%s'; offer some of %s"
                            .formatted(name, value.path("value").asText(), String.join(", ", words)));
                }
            });
        }
    }

    static List<String> ofHtml(byte[] form) {
        return FIELD.matcher(new String(form, StandardCharsets.UTF_8))
                .results()
                .map(field -> field.group(1))
                .distinct()
                .filter(field -> Stream.concat(Stream.of(""), TEAMS.stream())
                        .allMatch(team -> Variables.find(team + field).isEmpty()))
                .map(field -> "f." + field + ": " + Names.unknownVariable(field))
                .toList();
    }
}
