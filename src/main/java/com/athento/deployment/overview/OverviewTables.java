package com.athento.deployment.overview;

import com.athento.deployment.process.RecordParameters;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/** Writes the read model: a row per intervention, and its timeline. */
@Component
class OverviewTables {

    private static final String ADD_PASSAGE = """
            insert into timeline (intervention_key, happened_at, kind, element, label, person, task, decided, note)
            select intervention_key, cast(:at as timestamp with time zone), cast(:kind as varchar(20)),
                   cast(:element as varchar(100)), cast(:label as varchar(200)), cast(:person as varchar(255)),
                   cast(:task as varchar(64)), cast(:decided as varchar(60)), cast(:note as varchar(16000))
            from intervention where process_instance_id = :processInstanceId
            """;

    private static final String ADD_LEFT = """
            insert into task_left (task, intervention_key, label)
            select cast(:id as varchar(64)), intervention_key, cast(:label as varchar(200))
            from intervention where process_instance_id = :processInstanceId
            """;

    private final NamedParameterJdbcTemplate database;

    OverviewTables(NamedParameterJdbcTemplate database) {
        this.database = database;
    }

    /** One statement, or none if no column changed. */
    void write(RowChange change) {
        if (change.started()) {
            insert(change);
        } else if (!change.columns().isEmpty()) {
            update(change);
        }
    }

    /**
     * One batch, or nothing.
     *
     * @param decisions by task
     */
    void write(List<Passage> passages, Map<String, Decision> decisions) {
        if (!passages.isEmpty()) {
            database.batchUpdate(
                    ADD_PASSAGE,
                    passages.stream()
                            .map(passage -> values(passage, decisions.getOrDefault(passage.task(), Decision.NONE)))
                            .toArray(SqlParameterSource[]::new));
        }
    }

    private static SqlParameterSource values(Passage passage, Decision decision) {
        return new MapSqlParameterSource()
                .addValue("at", passage.at())
                .addValue("kind", passage.kind().name())
                .addValue("element", passage.element())
                .addValue("label", passage.label())
                .addValue("person", passage.person())
                .addValue("task", passage.task())
                .addValue("decided", decision.word())
                .addValue("note", decision.note())
                .addValue("processInstanceId", passage.processInstanceId());
    }

    /** One batch, or nothing. */
    void writeLeft(List<TaskLeft> tasks) {
        if (!tasks.isEmpty()) {
            database.batchUpdate(
                    ADD_LEFT, tasks.stream().map(RecordParameters::new).toArray(SqlParameterSource[]::new));
        }
    }

    private void insert(RowChange change) {
        var columns = change.columns();
        columns.put("process_instance_id", change.processInstanceId());
        // A request that ends as NOT_TYPE_4 is never checked, and only the check counts revisions.
        columns.putIfAbsent("revision", 1);
        database.update(
                "insert into intervention (%s) values (%s)"
                        .formatted(
                                String.join(", ", columns.keySet()),
                                columns.keySet().stream()
                                        .map(column -> ":" + column)
                                        .collect(Collectors.joining(", "))),
                columns);
    }

    private void update(RowChange change) {
        var assignments = change.columns().keySet().stream()
                .map(column -> column + " = :" + column)
                .collect(Collectors.joining(", "));
        database.update(
                "update intervention set " + assignments + " where process_instance_id = :processInstanceId",
                new MapSqlParameterSource(change.columns()).addValue("processInstanceId", change.processInstanceId()));
    }
}
