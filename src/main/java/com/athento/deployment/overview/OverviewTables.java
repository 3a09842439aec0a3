package com.athento.deployment.overview;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes the read model: a row per intervention, and its timeline. */
@Component
class OverviewTables {

    private static final String ADD_PASSAGE = """
            insert into timeline (intervention_key, happened_at, kind, element, label, person, task, decided, note)
            select intervention_key, cast(? as timestamp with time zone), cast(? as varchar(20)),
                   cast(? as varchar(100)), cast(? as varchar(200)), cast(? as varchar(255)), cast(? as varchar(64)),
                   cast(? as varchar(60)), cast(? as varchar(16000))
            from intervention where process_instance_id = ?
            """;

    private static final String ADD_LEFT = """
            insert into task_left (task, intervention_key, label)
            select cast(? as varchar(64)), intervention_key, cast(? as varchar(200))
            from intervention where process_instance_id = ?
            """;

    private final JdbcTemplate database;

    OverviewTables(JdbcTemplate database) {
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
                            .toList());
        }
    }

    private static Object[] values(Passage passage, Decision decision) {
        return new Object[] {
            passage.at(),
            passage.kind().name(),
            passage.element(),
            passage.label(),
            passage.person(),
            passage.task(),
            decision.word(),
            decision.note(),
            passage.processInstanceId()
        };
    }

    /** One batch, or nothing. */
    void writeLeft(List<TaskLeft> tasks) {
        if (!tasks.isEmpty()) {
            database.batchUpdate(
                    ADD_LEFT,
                    tasks.stream()
                            .map(task -> new Object[] {task.id(), task.label(), task.processInstanceId()})
                            .toList());
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
                                String.join(", ", Collections.nCopies(columns.size(), "?"))),
                columns.values().toArray());
    }

    private void update(RowChange change) {
        var columns = change.columns();
        var assignments =
                columns.keySet().stream().map(column -> column + " = ?").collect(Collectors.joining(", "));
        var values = columns.values().toArray(new Object[columns.size() + 1]);
        values[columns.size()] = change.processInstanceId();
        database.update("update intervention set " + assignments + " where process_instance_id = ?", values);
    }
}
