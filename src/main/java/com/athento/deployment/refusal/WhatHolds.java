package com.athento.deployment.refusal;

import com.athento.deployment.intervention.ElementName;
import com.athento.deployment.intervention.Outcome;
import com.athento.deployment.intervention.Person;
import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.process.WhoActs;
import com.athento.deployment.record.AskedTeams;
import com.athento.deployment.record.PastTasks;
import com.athento.deployment.record.PastTasks.PastTask;
import com.athento.deployment.record.PastTasks.Standing;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
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
    private final WhoActs acts;

    WhatHolds(
            TaskService tasks,
            HistoryService history,
            IdentityService identity,
            PastTasks past,
            AskedTeams asked,
            WhoActs acts) {
        this.tasks = tasks;
        this.history = history;
        this.identity = identity;
        this.past = past;
        this.asked = asked;
        this.acts = acts;
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

    /** Whether an open task is for somebody: whoever has it, whom it is for, and admins. */
    public boolean isFor(Person person, String taskId) {
        return person.isAdmin()
                || open(taskId)
                        .filter(task -> person.account().equals(task.getAssignee())
                                || candidates(taskId).stream().anyMatch(person.groups()::contains))
                        .isPresent();
    }

    /** Whoever asks just now, if this open task is not for them. */
    Optional<String> strangerTo(String taskId) {
        return acts.who().filter(person -> !isFor(person, taskId)).map(Person::account);
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
        var name = name(new ElementName(null, task.label()), Optional.of(task.key()));
        var done = task.completed()
                ? completed(name, task.person(), reader)
                : Sentence.of("refused.gone.not-completed", name);
        return new Gone(
                Optional.of(task.key()),
                Sentence.of("refused.gone.ended-on", done, ended(task.key(), task.outcome()), task.endedOn()));
    }

    /** With the intervention it belonged to, if it did to one. */
    private static Sentence name(ElementName task, Optional<String> key) {
        return key.map(one -> Sentence.of("refused.gone.task-of", task, one))
                .orElseGet(() -> Sentence.of("refused.gone.task", task));
    }

    private static Sentence completed(Sentence name, Optional<String> person, String reader) {
        return person.map(one -> one.equals(reader)
                        ? Sentence.of("refused.gone.completed-by-you", name)
                        : Sentence.of("refused.gone.completed-by", name, one))
                .orElseGet(() -> Sentence.of("refused.gone.completed", name));
    }

    private Gone story(HistoricTaskInstance task, String reader) {
        var key = Optional.ofNullable(task.getProcessInstanceId())
                .map(id -> history.createHistoricProcessInstanceQuery()
                        .processInstanceId(id)
                        .singleResult())
                .map(HistoricProcessInstance::getBusinessKey);
        var ending = ending(task, name(new ElementName(task.getTaskDefinitionKey(), task.getName()), key), reader);
        var now = key.flatMap(this::now).orElseGet(() -> Sentence.of("refused.gone.it-has-ended"));
        return new Gone(key, Sentence.of("refused.gone.and-now", ending, now));
    }

    private Sentence ending(HistoricTaskInstance task, Sentence name, String reader) {
        return TaskEntity.DELETE_REASON_COMPLETED.equals(task.getDeleteReason())
                ? completed(name, whoCompleted(task), reader)
                : past.causeOf(task.getProcessInstanceId(), task.getEndTime().toInstant())
                        .map(cause -> notCompleted(name, cause))
                        .orElseGet(() -> Sentence.of("refused.gone.not-completed", name));
    }

    /** What took the task away, in the words of the model, and who did it. */
    private static Sentence notCompleted(Sentence name, PastTasks.Cause cause) {
        var what = new ElementName(null, cause.label());
        return cause.person()
                .map(person -> Sentence.of("refused.gone.taken-away-by", name, what, person))
                .orElseGet(() -> Sentence.of("refused.gone.taken-away", name, what));
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

    private Optional<Sentence> now(String key) {
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

    private Sentence ended(String key, Optional<Outcome> outcome) {
        var denying = asked.denying(key);
        var ending = outcome.map(one -> Sentence.of("refused.gone.ended-as", one))
                .orElseGet(() -> Sentence.of("refused.gone.ended"));
        return denying.isEmpty() ? ending : Sentence.of("refused.gone.denied", ending, Sentence.and(denying.toArray()));
    }

    private Sentence waiting(String key, int revision) {
        return tasks.createTaskQuery().processInstanceBusinessKey(key).orderByTaskCreateTime().asc().list().stream()
                .map(task -> new ElementName(task.getTaskDefinitionKey(), task.getName()))
                .distinct()
                .map(name -> Sentence.of("refused.gone.task", name))
                .reduce((one, other) -> Sentence.of("refused.list", one, other))
                .map(open -> Sentence.of("refused.gone.open", revision, open))
                .orElseGet(() -> Sentence.of("refused.gone.goes-on", revision));
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
