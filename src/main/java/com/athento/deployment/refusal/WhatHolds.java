package com.athento.deployment.refusal;

import com.athento.deployment.intervention.Outcome;
import com.athento.deployment.record.AskedTeams;
import com.athento.deployment.record.PastTasks;
import com.athento.deployment.record.PastTasks.PastTask;
import com.athento.deployment.record.PastTasks.Standing;
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

    private final TaskService tasks;
    private final HistoryService history;
    private final IdentityService identity;
    private final PastTasks past;
    private final AskedTeams asked;

    WhatHolds(TaskService tasks, HistoryService history, IdentityService identity, PastTasks past, AskedTeams asked) {
        this.tasks = tasks;
        this.history = history;
        this.identity = identity;
        this.past = past;
        this.asked = asked;
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
        return past.find(taskId).map(task -> recorded(task, reader));
    }

    private Gone recorded(PastTask task, String reader) {
        var name = "'%s' of %s".formatted(task.label(), task.key());
        var done = task.completed()
                ? name + " is already completed" + by(task.person(), reader)
                : name + " is no longer open and was not completed";
        return new Gone(
                Optional.of(task.key()),
                "%s; %s on %s".formatted(done, ended(task.key(), task.outcome()), task.endedOn()));
    }

    private static String by(Optional<String> person, String reader) {
        return person.map(one -> " by " + (one.equals(reader) ? "you" : one)).orElse("");
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
        return TaskEntity.DELETE_REASON_COMPLETED.equals(task.getDeleteReason())
                ? name + " is already completed" + by(whoCompleted(task), reader)
                : name + " is no longer open and was not completed" + cause(task);
    }

    private Optional<String> whoCompleted(HistoricTaskInstance task) {
        return history
                .createUserOperationLogQuery()
                .taskId(task.getId())
                .operationType(UserOperationLogEntry.OPERATION_TYPE_COMPLETE)
                .list()
                .stream()
                .map(UserOperationLogEntry::getUserId)
                .findFirst()
                .or(() -> Optional.ofNullable(task.getAssignee()));
    }

    /** What took the task away, in the words of the model, and who did it. */
    private String cause(HistoricTaskInstance task) {
        return past.causeOf(task.getProcessInstanceId(), task.getEndTime().toInstant())
                .map(cause -> ": '%s'%s"
                        .formatted(
                                cause.label(),
                                cause.person().map(" by %s"::formatted).orElse("")))
                .orElse("");
    }

    private Optional<String> now(String key) {
        return past.standing(key)
                .map(standing -> isOver(standing) ? ended(key, standing.outcome()) : waiting(key, standing.revision()));
    }

    /** Nothing is to be done any more, even while the mails about it are still on their way. */
    private static boolean isOver(Standing standing) {
        return standing.ended()
                || standing.outcome()
                        .filter(outcome -> !DECIDED_ON_THE_WAY.contains(outcome))
                        .isPresent();
    }

    private String ended(String key, Optional<Outcome> outcome) {
        var denying = asked.denying(key);
        return "the intervention has ended"
                + outcome.map(" as %s"::formatted).orElse("")
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
