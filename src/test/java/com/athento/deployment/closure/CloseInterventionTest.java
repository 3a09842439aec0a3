package com.athento.deployment.closure;

import static com.athento.deployment.process.Elements.CLOSE_INTERVENTION;
import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.PathsTest;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The official end: a draft in the client's language, closed by a team of one's own. */
class CloseInterventionTest extends PathsTest {

    @Autowired
    TaskService tasks;

    @Test
    void draftStandsInTheClientsLanguage() {
        var intervention = lifecycle.supported();

        assertThat(taskLocal(intervention.task(CLOSE_INTERVENTION), "closingDraft"))
                .contains("de la versión 24.1.0 a la versión 24.2.0")
                .contains("20 minutos sin servicio")
                .contains("Superadas: 100 de 100 pruebas");
    }

    @Test
    void nobodyClosesForAnotherTeam() {
        var intervention = lifecycle.supported();

        assertRefused(() -> intervention.completes(
                        "project", CLOSE_INTERVENTION, Map.of("closingText", "Done", "closingTeam", "SUPPORT")))
                .isEqualTo("closingTeam: 'SUPPORT' is not a team of project; give your own");
    }

    @Test
    void officialMailNeedsATextAndATeam() {
        var intervention = lifecycle.supported();

        assertRefused(() -> intervention.completes(
                        "project", CLOSE_INTERVENTION, Map.of("closingText", " ", "closingTeam", "PROJECT")))
                .isEqualTo("closingText: missing; give the text of the official mail");
        assertRefused(() -> intervention.completes("project", CLOSE_INTERVENTION, Map.of("closingTeam", "PROJECT")))
                .isEqualTo("closingText: missing; give the text of the official mail");
        assertRefused(() -> intervention.completes("project", CLOSE_INTERVENTION, Map.of("closingText", "Done")))
                .isEqualTo("closingTeam: missing; give PROJECT or SUPPORT, your own");
    }

    private String taskLocal(Task task, String variable) {
        return (String) tasks.getVariableLocal(task.getId(), variable);
    }
}
