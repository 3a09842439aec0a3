package com.athento.deployment.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.VARIABLE_INSTANCE_CREATE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.VARIABLE_INSTANCE_DELETE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.VARIABLE_INSTANCE_UPDATE;

import com.athento.deployment.ApplicationTest;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.Lifecycle;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
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
        var level = new LeanHistory();
        var changes = List.of(VARIABLE_INSTANCE_CREATE, VARIABLE_INSTANCE_UPDATE, VARIABLE_INSTANCE_DELETE);

        assertThat(changes)
                .noneMatch(change -> level.isHistoryEventProduced(change, variable(TaskCards.KEY)))
                .noneMatch(change -> level.isHistoryEventProduced(change, variable(TaskCards.CLIENT)))
                .noneMatch(change -> level.isHistoryEventProduced(change, variable(TaskCards.WINDOW)))
                .allMatch(change -> level.isHistoryEventProduced(change, variable("revision")));
    }

    private static VariableInstanceEntity variable(String name) {
        var variable = new VariableInstanceEntity();
        variable.setName(name);
        return variable;
    }
}
