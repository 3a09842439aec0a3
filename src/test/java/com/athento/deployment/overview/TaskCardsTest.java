package com.athento.deployment.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.ApplicationTest;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.Lifecycle;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class TaskCardsTest {

    @Autowired
    private Lifecycle lifecycle;

    @Autowired
    private TaskService tasks;

    @Autowired
    private HistoryService history;

    @AfterEach
    void rightClock() {
        ClockUtil.reset();
    }

    @Test
    void aCardSaysWhatTheTaskIsAbout() {
        var intervention = lifecycle.requested();
        var task = intervention.task(Elements.APPROVE_PRODUCT);

        assertThat(tasks.getVariablesLocal(task.getId()))
                .containsEntry("cardKey", intervention.key())
                .containsEntry("cardWindow", "2027-02-06 22:00 CET")
                .containsKey("cardClient");
    }

    @ParameterizedTest(name = "{0} has priority {1}")
    @CsvSource({"NONE, 50", "TRIVIAL, 55", "MINOR, 60", "MAJOR, 70", "CRITICAL, 80", "BLOCKER, 90"})
    void whatIsWorseComesFirst(String severity, int priority) {
        var intervention = lifecycle.requested(
                "NONE".equals(severity)
                        ? Map.of()
                        : Map.of("severity", severity, "reportedAt", "2027-02-02T08:00:00Z"));

        assertThat(intervention.task(Elements.APPROVE_PRODUCT).getPriority()).isEqualTo(priority);
    }

    @Test
    void halfOfItsTimeLaterATaskIsLookedAtAgain() {
        var task = lifecycle.requested().task(Elements.APPROVE_PRODUCT);

        assertThat(task.getDueDate()).isEqualTo(Instant.parse("2027-02-05T21:00:00Z"));
        assertThat(task.getFollowUpDate()).isEqualTo(Instant.parse("2027-02-04T03:00:00Z"));
    }

    @Test
    void aTaskOfTheSameDayIsNotPutOff() {
        assertThat(lifecycle.started().task(Elements.DEPLOY).getFollowUpDate()).isNull();
    }

    @Test
    void cardsLeaveNoTraceInTheHistory() {
        var intervention = lifecycle.approved();

        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(intervention.id())
                        .variableNameLike("card%")
                        .count())
                .isZero();
    }
}
