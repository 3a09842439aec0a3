package com.athento.deployment.qa.testrail;

import com.athento.deployment.intervention.PlainText;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A run or a plan, as TestRail tells it.
 *
 * @param name as its people call it
 * @param project in which it is
 * @param suite whose cases it runs; empty for a plan
 * @param config with what, such as a browser; empty where nothing is said
 * @param completed when it was closed; empty while it goes on
 * @param parts the runs of a plan that tells them; a run is its own
 */
record Run(
        AskedRun asked,
        String name,
        long project,
        Optional<Long> suite,
        String config,
        Instant created,
        long createdBy,
        Optional<Instant> completed,
        Counts counts,
        List<Run> parts) {

    private static final int LONGEST_NAME = 250;

    static Run of(JsonNode json, boolean isPlan, Statuses statuses) {
        return new Run(
                new AskedRun(isPlan, json.path("id").asLong()),
                PlainText.onOneLine(json.path("name").asText(), LONGEST_NAME),
                json.path("project_id").asLong(),
                Optional.of(json.path("suite_id").asLong()).filter(id -> id > 0),
                PlainText.onOneLine(json.path("config").asText(""), LONGEST_NAME),
                moment(json, "created_on").orElse(Instant.EPOCH),
                json.path("created_by").asLong(),
                json.path("is_completed").asBoolean()
                        ? Stream.of("completed_on", "updated_on", "created_on")
                                .flatMap(field -> moment(json, field).stream())
                                .findFirst()
                                .or(() -> Optional.of(Instant.EPOCH))
                        : Optional.empty(),
                Counts.of(json, statuses),
                StreamSupport.stream(json.path("entries").spliterator(), false)
                        .flatMap(
                                entry -> StreamSupport.stream(entry.path("runs").spliterator(), false))
                        .map(run -> of(run, false, statuses))
                        .toList());
    }

    private static Optional<Instant> moment(JsonNode json, String field) {
        return Optional.of(json.path(field).asLong())
                .filter(seconds -> seconds > 0)
                .map(Instant::ofEpochSecond);
    }

    boolean isComplete() {
        return completed.isPresent();
    }

    List<Run> runs() {
        return asked.isPlan() ? parts : List.of(this);
    }
}
