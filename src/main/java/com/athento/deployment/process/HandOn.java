package com.athento.deployment.process;

import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Whoever did a step has a later one without claiming it, as the model says by {@code done-by} and {@code goes-to}. If
 * they are no candidate of it any more, it waits for the team as every other.
 */
@Component
class HandOn {

    private final ObjectProvider<IdentityService> people;
    private final ObjectProvider<WhoActs> whoActs;

    HandOn(ObjectProvider<IdentityService> people, ObjectProvider<WhoActs> whoActs) {
        this.people = people;
        this.whoActs = whoActs;
    }

    /** On a completion: keeps who it was. */
    TaskListener noting(Variable<?> doer) {
        return task -> whoActs.getObject()
                .doer(task)
                .ifPresentOrElse(
                        person -> task.getExecution().setVariable(doer.name(), person),
                        () -> doer.clear(task.getExecution()));
    }

    /** On a new task. */
    TaskListener to(Variable<?> doer) {
        return task -> doer.find(task)
                .map(String::valueOf)
                .filter(person -> isCandidate(person, task))
                .ifPresent(person -> {
                    task.setAssignee(person);
                    Variables.HANDED_TO.putLocal(task, person);
                });
    }

    /** On every change of the assignee: whoever has it by then took it. */
    static void forget(DelegateTask task) {
        if (task.hasVariableLocal(Variables.HANDED_TO.name())
                && Variables.HANDED_TO
                        .find(task)
                        .filter(person -> person.equals(task.getAssignee()))
                        .isEmpty()) {
            task.removeVariableLocal(Variables.HANDED_TO.name());
        }
    }

    private boolean isCandidate(String person, DelegateTask task) {
        var groups = people.getObject().createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
        return task.getCandidates().stream()
                .anyMatch(candidate -> person.equals(candidate.getUserId())
                        || Optional.ofNullable(candidate.getGroupId())
                                .filter(groups::contains)
                                .isPresent());
    }
}
