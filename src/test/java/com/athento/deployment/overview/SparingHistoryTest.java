package com.athento.deployment.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.athento.deployment.process.Elements;
import com.athento.deployment.process.Lifecycle;
import com.athento.deployment.process.OneCommand;
import com.athento.deployment.process.PathsTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What it relies on: what is changed and not ended is written without its start, what has ended with its time, and
 * variables come through here alone.
 */
class SparingHistoryTest extends PathsTest {

    @Autowired
    HistoryService history;

    @Autowired
    IdentityService identity;

    @Autowired
    TaskService tasks;

    @Autowired
    ProcessEngine engine;

    @Autowired
    FormService forms;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient database;

    @AfterEach
    void nobodyActs() {
        identity.clearAuthentication();
    }

    @Test
    void whoTookATaskIsKnownWhileItIsOpen() {
        var task = approval();

        tasks.claim(task, "product");

        var kept = kept(task);
        assertThat(kept.getAssignee()).isEqualTo("product");
        assertThat(kept.getStartTime()).isEqualTo(Date.from(Lifecycle.MORNING));
        assertThat(kept.getEndTime()).isNull();
        assertThat(activity(task).getAssignee()).isNull();
        assertThat(activity(task).getTaskId()).isEqualTo(task);
        assertThat(activity(task).getEndTime()).isNull();
    }

    @Test
    void anEndKnowsHowLongItTook() {
        var task = approval();
        tasks.claim(task, "product");
        later(2);

        tasks.complete(task, Lifecycle.approval("product", "APPROVE", "LOW"));

        assertTook(task, Duration.ofHours(2));
    }

    @Test
    void whoHadATaskThatWasTakenAwayIsKnown() {
        var intervention = lifecycle.requested();
        var task = intervention.task(Elements.APPROVE_PRODUCT).getId();
        identity.setAuthentication("product", List.of("product"));
        tasks.claim(task, "product");
        identity.clearAuthentication();

        intervention.changes("support", "CANCEL", "not needed").continues();

        assertThat(kept(task).getAssignee()).isEqualTo("product");
        assertThat(activity(task).getAssignee()).isEqualTo("product");
        assertThat(activity(task).isCanceled()).isTrue();
    }

    @Test
    void soDoesOneInTheSameCommandAsAChange() {
        var task = approval();
        later(2);

        OneCommand.of(engine, commands -> {
            tasks.claim(task, "product");
            tasks.complete(task, Lifecycle.approval("product", "APPROVE", "LOW"));
            return null;
        });

        assertTook(task, Duration.ofHours(2));
    }

    @Test
    void soDoesOneOfWhatBeganOnAnotherNode() {
        var task = approval();
        var end = new HistoricTaskInstanceEventEntity();
        end.setId(task);
        end.setEventType(HistoryEventTypes.TASK_INSTANCE_COMPLETE.getEventName());
        end.setEndTime(Date.from(at(3)));

        OneCommand.of(engine, commands -> {
            new SparingHistory(database).handleEvent(end);
            return null;
        });

        assertThat(took("ACT_HI_TASKINST", task)).isEqualTo(Duration.ofHours(3).toMillis());
    }

    @Test
    void whatHappensIsNamedByItsModel() {
        var kept = kept(approval());

        assertThat(((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getHistoryEventProducer())
                .isInstanceOf(SparingEvents.class);
        assertThat(kept.getProcessDefinitionKey()).isEqualTo(Elements.LIFECYCLE);
        assertThat(kept.getProcessDefinitionId()).isEqualTo(model().getId());
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(kept.getProcessInstanceId())
                        .singleResult())
                .satisfies(instance -> {
                    assertThat(instance.getProcessDefinitionName()).isEqualTo(model().getName());
                    assertThat(instance.getProcessDefinitionVersion()).isEqualTo(model().getVersion());
                });
    }

    private ProcessDefinition model() {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(Elements.LIFECYCLE)
                .latestVersion()
                .singleResult();
    }

    @Test
    void whatIsAnsweredIsKeptInOurTablesAlone() {
        var intervention = lifecycle.requested();
        var task = intervention.task(Elements.APPROVE_PRODUCT).getId();

        forms.submitTaskForm(task, Lifecycle.approval("product", "APPROVE", "HIGH"));
        intervention.continues();

        assertThat(variables(intervention.id())).isZero();
        assertThat(history.createHistoricDetailQuery()
                        .processInstanceId(intervention.id())
                        .count())
                .isZero();
        assertThat(database.sql("select risk from approval where intervention_key = :key and team = 'PRODUCT'")
                        .param("key", intervention.key())
                        .query(String.class)
                        .single())
                .isEqualTo("HIGH");
    }

    @Test
    void whatATableDecidedIsKeptWithWhatItWasAsked() {
        var decisions = history.createHistoricDecisionInstanceQuery()
                .processInstanceId(lifecycle.requested().id())
                .includeInputs()
                .includeOutputs()
                .list();

        assertThat(decisions).isNotEmpty().allSatisfy(decision -> {
            assertThat(decision.getInputs()).isNotEmpty();
            assertThat(decision.getOutputs()).isNotEmpty();
        });
    }

    @Test
    void whatStoodThereOfWhatRunsIsForgottenAndWhatHasEndedStays() {
        var running = lifecycle.requested().id();
        var ended = lifecycle.requested();
        ended.changes("support", "CANCEL", "not needed").continues();
        noted(running);
        noted(ended.id());

        new SparingHistory(database).forgetVariablesOfWhatRuns();

        assertThat(variables(running)).isZero();
        assertThat(variables(ended.id())).isEqualTo(1);
    }

    @Test
    void whatHasEndedIsNotBegunAnew() {
        var ended = lifecycle.requested();
        ended.changes("support", "CANCEL", "not needed").continues();
        var again = runtime.restartProcessInstances(ended.process().getProcessDefinitionId())
                .processInstanceIds(ended.id())
                .startBeforeActivity(Elements.APPROVE_PRODUCT);

        assertThatThrownBy(again::execute).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(again.withoutBusinessKey()::execute).isInstanceOf(RuntimeException.class);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(ended.key())
                        .count())
                .isZero();
    }

    /** As it was before this was here. */
    private void noted(String instance) {
        database.sql("insert into ACT_HI_VARINST (ID_, NAME_, PROC_INST_ID_, EXECUTION_ID_, VAR_TYPE_, TEXT_, REV_)"
                        + " values (:id, 'zone', :instance, :instance, 'string', 'Europe/Madrid', 0)")
                .param("id", "noted-" + instance.substring(0, 20))
                .param("instance", instance)
                .update();
    }

    private long variables(String instance) {
        return history.createHistoricVariableInstanceQuery()
                .processInstanceId(instance)
                .count();
    }

    private String approval() {
        var task = lifecycle.requested().task(Elements.APPROVE_PRODUCT).getId();
        identity.setAuthentication("product", List.of("product"));
        return task;
    }

    private static void later(int hours) {
        ClockUtil.setCurrentTime(Date.from(at(hours)));
    }

    private static Instant at(int hours) {
        return Lifecycle.MORNING.plus(Duration.ofHours(hours));
    }

    private void assertTook(String task, Duration time) {
        assertThat(took("ACT_HI_TASKINST", task)).isEqualTo(time.toMillis());
        assertThat(kept(task).getAssignee()).isEqualTo("product");
        assertThat(took("ACT_HI_ACTINST", activity(task).getId())).isEqualTo(time.toMillis());
        assertThat(activity(task).getAssignee()).isEqualTo("product");
        assertThat(activity(task).getTaskId()).isEqualTo(task);
    }

    /** As queries sort by it; the engine's own objects would reckon it anew. */
    private long took(String table, String id) {
        return database.sql("select DURATION_ from %s where ID_ = :id".formatted(table))
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private HistoricTaskInstance kept(String task) {
        identity.clearAuthentication();
        return history.createHistoricTaskInstanceQuery().taskId(task).singleResult();
    }

    private HistoricActivityInstance activity(String task) {
        return history.createHistoricActivityInstanceQuery()
                .processInstanceId(kept(task).getProcessInstanceId())
                .activityId(Elements.APPROVE_PRODUCT)
                .singleResult();
    }
}
