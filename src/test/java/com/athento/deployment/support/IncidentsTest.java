package com.athento.deployment.support;

import static com.athento.deployment.process.Elements.CONFIRM_ROLLBACK;
import static com.athento.deployment.process.Elements.RESOLVE_INCIDENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.Lifecycle.Intervention;
import com.athento.deployment.process.PathsTest;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each incident stands for itself: its tasks, its variables, its row. */
class IncidentsTest extends PathsTest {

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient database;

    @Test
    void secondIncidentLeavesTheFirstAlone() {
        var intervention =
                lifecycle.inSupport().reports("Search is slow", "MINOR").reports("Login fails", "BLOCKER");
        var slow = incident(intervention, "Search is slow");
        var login = incident(intervention, "Login fails");
        assertThat(login.getPriority()).isGreaterThan(slow.getPriority());
        assertThat(login.getDueDate()).isEqualTo(Date.from(lifecycle.now().plus(Duration.ofMinutes(30))));
        assertThat(slow.getDueDate()).isEqualTo(Date.from(intervention.moment("supportUntil")));

        intervention
                .completes("support", slow, Map.of("incidentResolution", "HANDED_OVER", "ticketNumber", "T-9"))
                .completes("support2", login, Map.of("incidentResolution", "FLAG_OFF", "resolutionNotes", "Off"));

        assertThat(recorded(intervention))
                .containsExactly(
                        "Login fails BLOCKER FLAG_OFF - Off support2",
                        "Search is slow MINOR HANDED_OVER T-9 - support");
    }

    @Test
    void severeIncidentIsNotHandedOver() {
        var intervention = lifecycle.inSupport().reports("Login fails", "MAJOR");

        assertRefused(() -> intervention.completes(
                        "support",
                        RESOLVE_INCIDENT,
                        Map.of("incidentResolution", "HANDED_OVER", "ticketNumber", "T-9")))
                .startsWith("incidentResolution: 'HANDED_OVER' is not possible");
    }

    @Test
    void rollbackEndsAllThatAreOpen() {
        var intervention =
                lifecycle.inSupport().reports("Search is slow", "MINOR").reports("Login fails", "BLOCKER");
        intervention
                .completes("support", incident(intervention, "Login fails"), Map.of("incidentResolution", "ROLL_BACK"))
                .completes("manager", CONFIRM_ROLLBACK, Map.of("rollbackConfirmed", true));

        assertThat(recorded(intervention))
                .containsExactly(
                        "Login fails BLOCKER ROLL_BACK - - manager", "Search is slow MINOR ROLL_BACK - - manager");
        assertThat(database.sql("select title || ', ' || rollback_asked_by || ', ' || rollback_confirmed_by"
                                + " from incident where intervention_key = ? and rollback_confirmed_by is not null")
                        .param(intervention.key())
                        .query(String.class)
                        .list())
                .containsExactly("Login fails, support, manager");
    }

    @Test
    void reportFindsOnlyInterventionsInSupport() {
        assertRefused(() -> lifecycle.started().reports("Login fails", "MAJOR"))
                .contains("is being deployed or rolled back; incidents are reported here while");
        assertRefused(() -> lifecycle.approved().reports("Login fails", "MAJOR"))
                .contains("is not deployed yet");
        assertRefused(() -> lifecycle.supported().reports("Login fails", "MAJOR"))
                .contains("is being closed");
        assertRefused(() -> lifecycle.supported().closes().reports("Login fails", "MAJOR"))
                .contains("has ended");
    }

    private Task incident(Intervention intervention, String title) {
        return intervention.tasks(RESOLVE_INCIDENT).stream()
                .filter(task -> title.equals(tasks.getVariable(task.getId(), "incidentTitle")))
                .findFirst()
                .orElseThrow();
    }

    private List<String> recorded(Intervention intervention) {
        return database.sql(
                        "select title || ' ' || severity || ' ' || coalesce(resolution, '-') || ' ' || coalesce(ticket_number, '-')"
                                + " || ' ' || coalesce(notes, '-') || ' ' || coalesce(resolved_by, '-')"
                                + " from incident where intervention_key = ? order by title")
                .param(intervention.key())
                .query(String.class)
                .list();
    }
}
