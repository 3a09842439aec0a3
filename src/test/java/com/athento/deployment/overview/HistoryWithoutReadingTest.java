package com.athento.deployment.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.Elements;
import com.athento.deployment.process.Lifecycle;
import com.athento.deployment.process.PathsTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What it relies on: what is changed and not ended is written without its start, and what has ended with its time. */
class HistoryWithoutReadingTest extends PathsTest {

    @Autowired
    HistoryService history;

    @Autowired
    IdentityService identity;

    @Autowired
    TaskService tasks;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient database;

    @Test
    void whoTookATaskIsKnownWhileItIsOpen() {
        var task = approval();

        tasks.claim(task, "product");

        var kept = kept(task);
        assertThat(kept.getAssignee()).isEqualTo("product");
        assertThat(kept.getStartTime()).isEqualTo(Date.from(Lifecycle.MORNING));
        assertThat(kept.getEndTime()).isNull();
        assertThat(activity(task).getAssignee()).isEqualTo("product");
        assertThat(activity(task).getEndTime()).isNull();
    }

    @Test
    void anEndKnowsHowLongItTook() {
        var task = approval();
        tasks.claim(task, "product");
        later(2);

        tasks.complete(task, Lifecycle.approval("product", "APPROVE", "LOW"));

        assertTook(task, Duration.ofHours(2));
        assertThat(activity(task).getAssignee()).isEqualTo("product");
    }

    @Test
    void soDoesOneInTheSameCommandAsAChange() {
        var task = approval();
        later(2);

        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(commands -> {
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

        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(commands -> {
                    new HistoryWithoutReading(database).handleEvent(end);
                    return null;
                });

        assertThat(kept(task).getDurationInMillis())
                .isEqualTo(Duration.ofHours(3).toMillis());
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
        assertThat(kept(task).getDurationInMillis()).isEqualTo(time.toMillis());
        assertThat(kept(task).getAssignee()).isEqualTo("product");
        assertThat(activity(task).getDurationInMillis()).isEqualTo(time.toMillis());
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
