package com.athento.deployment.demo;

import com.athento.deployment.demo.Accounts.Account;
import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.ModelWords;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.context.annotation.Profile;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a newcomer can do now: which task waits for whom, and which timer comes next. */
@Component
@Profile("demo")
class NextSteps {

    private static final int SHOWN = 12;

    /** What is down comes first, then by the severity, then what is due next. */
    private static final String MOST_URGENT = """
            select t.id_
            from ACT_RU_TASK t
            join intervention i on i.process_instance_id = t.proc_inst_id_
            where t.suspension_state_ = 1
            order by case when i.unavailable_since is null then 1 else 0 end, t.priority_ desc,
                     case when t.due_date_ is null then 1 else 0 end, t.due_date_, t.create_time_ desc
            limit :shown
            """;

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepositoryService models;
    private final ManagementService jobs;
    private final JdbcClient database;
    private final Doers doers;

    NextSteps(
            TaskService tasks,
            RuntimeService runtime,
            RepositoryService models,
            ManagementService jobs,
            JdbcClient database,
            Doers doers) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.models = models;
        this.jobs = jobs;
        this.database = database;
        this.doers = doers;
    }

    /**
     * An open task.
     *
     * @param people the accounts that may do it, the first one best
     */
    record Step(String taskId, String name, String key, Instant due, List<Account> people) {}

    /** A timer that is ahead. */
    record Timer(String label, String key, Instant due) {}

    /** Whether jobs run, or are about to: what they lead to is not there yet. */
    boolean isWorking() {
        return jobs.createJobQuery().executable().active().count() > 0;
    }

    /** The open tasks, the most urgent first. */
    List<Step> steps() {
        var ids = database.sql(MOST_URGENT)
                .param("shown", SHOWN)
                .query(String.class)
                .list();
        return ids.isEmpty()
                ? List.of()
                : tasks.createTaskQuery().taskIdIn(ids.toArray(String[]::new)).list().stream()
                        .sorted(Comparator.comparingInt(task -> ids.indexOf(task.getId())))
                        .map(this::step)
                        .toList();
    }

    private Step step(Task task) {
        var key = key(task.getProcessInstanceId());
        return new Step(
                task.getId(),
                readers().label(task.getTaskDefinitionKey(), task.getName()),
                key,
                task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                doers.of(task));
    }

    Timer timer(Job job) {
        var definition = jobs.createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult();
        var label = Optional.ofNullable(definition)
                .map(found -> models.getBpmnModelInstance(job.getProcessDefinitionId())
                        .<FlowElement>getModelElementById(found.getActivityId()))
                .map(element -> readers().label(element.getId(), element.getName()))
                .orElse("");
        return new Timer(
                label, key(job.getProcessInstanceId()), job.getDuedate().toInstant());
    }

    /** In the language of whoever looks. */
    private static ModelWords readers() {
        return new ModelWords(Language.of(LocaleContextHolder.getLocale()));
    }

    private String key(String processInstanceId) {
        return Optional.ofNullable(runtime.createProcessInstanceQuery()
                        .processInstanceId(processInstanceId)
                        .singleResult())
                .map(ProcessInstance::getBusinessKey)
                .orElse("");
    }
}
