package com.athento.deployment.refusal;

import com.athento.deployment.intervention.Outcome;
import com.athento.deployment.process.StoredTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What became of a task and of its intervention, for somebody who comes too late. Its sentences are the same for
 * everybody, whatever they may otherwise read; only who did it themselves reads "you".
 */
@Component
@Lazy
public class WhatHolds {

    /** After these, people still accompany the users and close the intervention. */
    private static final Set<Outcome> DECIDED_ON_THE_WAY = EnumSet.of(Outcome.DEPLOYED, Outcome.ROLLED_BACK);

    /** What takes a task away is noted in the same transaction, a moment later. */
    private static final Duration SAME_STEP = Duration.ofSeconds(1);

    private final TaskService tasks;
    private final HistoryService history;
    private final IdentityService identity;
    private final JdbcClient database;

    WhatHolds(TaskService tasks, HistoryService history, IdentityService identity, JdbcClient database) {
        this.tasks = tasks;
        this.history = history;
        this.identity = identity;
        this.database = database;
    }

    /** The task, while it is open. */
    public Optional<Task> open(String taskId) {
        return asTheApplication(
                () -> Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult()));
    }

    /** The groups that a task is for. */
    List<String> candidates(String taskId) {
        return asTheApplication(() -> tasks.getIdentityLinksForTask(taskId).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .sorted()
                .toList());
    }

    /** Whether an account may see an open task in Tasklist. */
    public boolean seen(String taskId, String account, Collection<String> groups) {
        identity.setAuthentication(account, List.copyOf(groups));
        try {
            return tasks.createTaskQuery().taskId(taskId).count() > 0;
        } finally {
            identity.clearAuthentication();
        }
    }

    /** Whoever asks just now, if they may not see this open task in Tasklist. */
    Optional<String> strangerTo(String taskId) {
        return Optional.ofNullable(identity.getCurrentAuthentication())
                .map(Authentication::getUserId)
                .filter(person -> tasks.createTaskQuery().taskId(taskId).count() == 0);
    }

    /**
     * What became of a task; empty while it is open, and if there never was one. The engine remembers more, our tables
     * for longer.
     */
    public Optional<Gone> gone(String taskId) {
        var reader = identity.getCurrentAuthentication();
        var name = reader == null ? null : reader.getUserId();
        return asTheApplication(() -> Optional.ofNullable(history.createHistoricTaskInstanceQuery()
                        .taskId(taskId)
                        .finished()
                        .singleResult())
                .map(task -> story(task, name))
                .or(() -> onRecord(taskId, name)));
    }

    private Optional<Gone> onRecord(String taskId, String reader) {
        return database.sql("""
                        select task.*, i.outcome, i.ended_at, i.zone from (
                            select intervention_key, label, true as completed, person from timeline where task = :task
                            union all
                            select intervention_key, label, false, null from task_left where task = :task) task
                        join intervention i on i.intervention_key = task.intervention_key
                        where i.ended_at is not null""")
                .param("task", taskId)
                .query((row, number) -> recorded(row, reader))
                .optional();
    }

    private Gone recorded(ResultSet row, String reader) throws SQLException {
        var key = row.getString("intervention_key");
        var name = "'%s' of %s".formatted(row.getString("label"), key);
        var person = row.getString("person");
        var day = StoredTime.in(row, "ended_at")
                .orElseThrow()
                .atZone(ZoneId.of(row.getString("zone")))
                .toLocalDate();
        return new Gone(
                Optional.of(key),
                (row.getBoolean("completed")
                                ? name + " is already completed" + by(person, reader)
                                : name + " is no longer open and was not completed")
                        + "; %s on %s".formatted(ended(key, row.getString("outcome")), day));
    }

    private static String by(String person, String reader) {
        return person == null ? "" : " by " + (person.equals(reader) ? "you" : person);
    }

    private Gone story(HistoricTaskInstance task, String reader) {
        var key = Optional.ofNullable(task.getProcessInstanceId())
                .map(id -> history.createHistoricProcessInstanceQuery()
                        .processInstanceId(id)
                        .singleResult())
                .map(HistoricProcessInstance::getBusinessKey);
        var name =
                "'%s'%s".formatted(task.getName(), key.map(" of %s"::formatted).orElse(""));
        return new Gone(
                key,
                ending(task, name, reader)
                        + key.flatMap(this::now).map("; %s"::formatted).orElse("; it has ended"));
    }

    private String ending(HistoricTaskInstance task, String name, String reader) {
        if (!TaskEntity.DELETE_REASON_COMPLETED.equals(task.getDeleteReason())) {
            return name + " is no longer open and was not completed" + cause(task);
        }
        return name
                + " is already completed"
                + history
                        .createUserOperationLogQuery()
                        .taskId(task.getId())
                        .operationType(UserOperationLogEntry.OPERATION_TYPE_COMPLETE)
                        .list()
                        .stream()
                        .map(UserOperationLogEntry::getUserId)
                        .findFirst()
                        .or(() -> Optional.ofNullable(task.getAssignee()))
                        .map(person -> by(person, reader))
                        .orElse("");
    }

    /** What took the task away, in the words of the model, and who did it. */
    private String cause(HistoricTaskInstance task) {
        var end = task.getEndTime().toInstant();
        return database.sql("""
                        select t.label, t.person
                        from timeline t join intervention i on i.intervention_key = t.intervention_key
                        where i.process_instance_id = ? and t.happened_at >= ? and t.happened_at < ?
                        order by t.id fetch first 1 rows only""")
                .params(task.getProcessInstanceId(), StoredTime.of(end), StoredTime.of(end.plus(SAME_STEP)))
                .query((row, number) -> ": '%s'%s"
                        .formatted(
                                row.getString("label"),
                                Optional.ofNullable(row.getString("person"))
                                        .map(" by %s"::formatted)
                                        .orElse("")))
                .optional()
                .orElse("");
    }

    private Optional<String> now(String key) {
        return database.sql("select outcome, ended_at, revision from intervention where intervention_key = ?")
                .param(key)
                .query((row, number) ->
                        isOver(row) ? ended(key, row.getString("outcome")) : waiting(key, row.getInt("revision")))
                .optional();
    }

    /** Nothing is to be done any more, even while the mails about it are still on their way. */
    private static boolean isOver(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return row.getTimestamp("ended_at") != null
                || (outcome != null && !DECIDED_ON_THE_WAY.contains(Outcome.valueOf(outcome)));
    }

    private String ended(String key, String outcome) {
        var denying = database.sql(
                        "select distinct person from approval where intervention_key = ? and decision = 'DENY'"
                                + " and revision = (select max(number) from revision where intervention_key = ?)"
                                + " order by person")
                .params(key, key)
                .query(String.class)
                .list();
        return "the intervention has ended"
                + (outcome == null ? "" : " as " + outcome)
                + (denying.isEmpty() ? "" : ", denied by " + String.join(" and ", denying));
    }

    private String waiting(String key, int revision) {
        var open = tasks.createTaskQuery().processInstanceBusinessKey(key).orderByTaskCreateTime().asc().list().stream()
                .map(task -> "'" + task.getName() + "'")
                .distinct()
                .collect(Collectors.joining(", "));
        return open.isEmpty()
                ? "the intervention goes on in revision %d".formatted(revision)
                : "open now, in revision %d: %s".formatted(revision, open);
    }

    private <T> T asTheApplication(Supplier<T> question) {
        var person = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return question.get();
        } finally {
            if (person != null) {
                identity.setAuthentication(person.getUserId(), person.getGroupIds());
            }
        }
    }
}
