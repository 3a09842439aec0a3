package com.athento.deployment.mail;

import com.athento.deployment.intervention.Team;
import com.athento.deployment.process.models.DeploymentTypes;
import com.athento.deployment.register.MailProperties;
import com.athento.deployment.register.Register;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Where facts come from, besides the intervention's own variables. */
@Component
record FactSources(
        Register register,
        Recorded recorded,
        MailProperties mails,
        TaskService tasks,
        IdentityService people,
        DeploymentTypes types,
        Clock clock) {

    /** The newest open task of an intervention that a team can take or has taken. */
    Optional<String> openTask(String processInstanceId, Team team) {
        return tasks
                .createTaskQuery()
                .processInstanceId(processInstanceId)
                .taskCandidateGroup(team.id())
                .includeAssignedTasks()
                .orderByTaskCreateTime()
                .desc()
                .list()
                .stream()
                .map(Task::getId)
                .findFirst();
    }

    List<String> openTasks(String processInstanceId) {
        return tasks.createTaskQuery().processInstanceId(processInstanceId).list().stream()
                .map(Task::getName)
                .distinct()
                .toList();
    }

    /** A person as colleagues know them; the account where it has no name. */
    String name(String account) {
        return Optional.ofNullable(people.createUserQuery().userId(account).singleResult())
                .map(
                        person ->
                                Stream.of(person.getFirstName(), person.getLastName())
                                        .filter(part -> part != null && !part.isBlank())
                                        .collect(Collectors.joining(" ")))
                .filter(name -> !name.isEmpty())
                .orElse(account);
    }
}
