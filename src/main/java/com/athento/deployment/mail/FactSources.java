package com.athento.deployment.mail;

import com.athento.deployment.intervention.ModelWords;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.post.MailProperties;
import com.athento.deployment.process.Colleagues;
import com.athento.deployment.process.models.DeploymentTypes;
import com.athento.deployment.record.Records;
import com.athento.deployment.record.TestsNotPassed;
import com.athento.deployment.record.VersionRuns;
import com.athento.deployment.register.Register;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Where facts come from, besides the intervention's own variables. */
@Component
record FactSources(
        Register register,
        Records records,
        TestsNotPassed tests,
        VersionRuns versions,
        MailProperties mails,
        TaskService tasks,
        Colleagues colleagues,
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

    /** Whether any of these tasks is open. */
    boolean waitsAt(String processInstanceId, String... definitions) {
        return tasks.createTaskQuery()
                        .processInstanceId(processInstanceId)
                        .taskDefinitionKeyIn(definitions)
                        .count()
                > 0;
    }

    List<String> openTasks(String processInstanceId, ModelWords words) {
        return tasks.createTaskQuery().processInstanceId(processInstanceId).list().stream()
                .map(task -> words.label(task.getTaskDefinitionKey(), task.getName()))
                .distinct()
                .toList();
    }

    /** A person as colleagues know them. */
    String name(String account) {
        return colleagues.name(account);
    }
}
