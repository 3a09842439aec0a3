package com.athento.deployment.process;

import com.athento.deployment.process.Lifecycle.Intervention;
import com.athento.deployment.security.Visit;
import com.athento.deployment.security.Visit.Answer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** What people do at the engine's REST API, each ready to be done at an instant. */
public record OverRest(int port) {

    Callable<Answer> completes(Intervention intervention, String person, String element, Map<String, ?> answer) {
        return atTask(intervention, person, element, "complete", variables(answer));
    }

    Callable<Answer> claims(Intervention intervention, String person, String element) {
        return atTask(intervention, person, element, "claim", "{\"userId\":\"%s\"}".formatted(person));
    }

    private Callable<Answer> atTask(
            Intervention intervention, String person, String element, String what, String body) {
        var task = intervention.task(element).getId();
        return () -> Visit.by(person, port).post("/engine-rest/task/%s/%s".formatted(task, what), body);
    }

    public Callable<Answer> changes(Intervention intervention, String change) {
        return startsFor(
                intervention,
                "project",
                Elements.CHANGE_INTERVENTION,
                Map.of("change", change, "changeReason", "Not then"));
    }

    Callable<Answer> reports(Intervention intervention) {
        return startsFor(
                intervention,
                "support",
                Elements.REPORT_INCIDENT,
                Map.of(
                        "incidentTitle",
                        "Slow",
                        "incidentSeverity",
                        "MINOR",
                        "causedByUpdate",
                        "UNCLEAR",
                        "incidentReporter",
                        "Ana"));
    }

    private Callable<Answer> startsFor(Intervention intervention, String person, String process, Map<String, ?> form) {
        var values = new HashMap<String, Object>(form);
        values.put("intervention", intervention.key());
        return starts(person, process, values);
    }

    Callable<Answer> starts(String person, String process, Map<String, ?> form) {
        var body = variables(form);
        return () -> Visit.by(person, port).post("/engine-rest/process-definition/key/" + process + "/start", body);
    }

    private static String variables(Map<String, ?> values) {
        var variables = new HashMap<String, Object>();
        values.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        try {
            return new ObjectMapper().writeValueAsString(Map.of("variables", variables));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
