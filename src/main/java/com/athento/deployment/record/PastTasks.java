package com.athento.deployment.record;

import com.athento.deployment.intervention.Outcome;
import com.athento.deployment.process.RecordRow;
import com.athento.deployment.process.StoredTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is on record of tasks that are gone, and of how their intervention stands. */
@Component
public class PastTasks {

    /** What takes a task away is noted in the same transaction, a moment later. */
    private static final Duration SAME_STEP = Duration.ofSeconds(1);

    private final JdbcClient database;

    PastTasks(JdbcClient database) {
        this.database = database;
    }

    /**
     * @param completed by the person, or taken away by nobody that is on record
     * @param endedOn of the intervention, in the client's zone
     */
    public record PastTask(
            String key,
            String label,
            boolean completed,
            Optional<String> person,
            Optional<Outcome> outcome,
            LocalDate endedOn) {}

    /** Of an intervention that has ended. */
    public Optional<PastTask> find(String taskId) {
        return database.sql("""
                        select task.*, i.outcome, i.ended_at, i.zone from (
                            select intervention_key, label, true as completed, person from timeline where task = :task
                            union all
                            select intervention_key, label, false, null from task_left where task = :task) task
                        join intervention i on i.intervention_key = task.intervention_key
                        where i.ended_at is not null""")
                .param("task", taskId)
                .query((row, number) -> new PastTask(
                        row.getString("intervention_key"),
                        row.getString("label"),
                        row.getBoolean("completed"),
                        Optional.ofNullable(row.getString("person")),
                        outcome(row.getString("outcome")),
                        StoredTime.in(row, "ended_at")
                                .orElseThrow()
                                .atZone(ZoneId.of(row.getString("zone")))
                                .toLocalDate()))
                .optional();
    }

    /** What took a task away, in the words of the model, and who did it. */
    public record Cause(String label, Optional<String> person) {}

    /** What happened as a task went at that moment. */
    public Optional<Cause> causeOf(String processInstanceId, Instant end) {
        return database.sql("""
                        select t.label, t.person
                        from timeline t join intervention i on i.intervention_key = t.intervention_key
                        where i.process_instance_id = :instance and t.happened_at >= :end and t.happened_at < :later
                        order by t.id fetch first 1 rows only""")
                .param("instance", processInstanceId)
                .param("end", StoredTime.of(end))
                .param("later", StoredTime.of(end.plus(SAME_STEP)))
                .query(new RecordRow<>(Cause.class))
                .optional();
    }

    /** How an intervention stands: whether it has ended, as what, and in which revision. */
    public record Standing(boolean ended, Optional<Outcome> outcome, int revision) {}

    public Optional<Standing> standing(String key) {
        return database.sql("select outcome, ended_at, revision from intervention where intervention_key = :key")
                .param("key", key)
                .query((row, number) -> new Standing(
                        StoredTime.in(row, "ended_at").isPresent(),
                        outcome(row.getString("outcome")),
                        row.getInt("revision")))
                .optional();
    }

    private static Optional<Outcome> outcome(String name) {
        return Optional.ofNullable(name).map(Outcome::valueOf);
    }
}
