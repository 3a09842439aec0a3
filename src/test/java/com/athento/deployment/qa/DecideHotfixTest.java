package com.athento.deployment.qa;

import static com.athento.deployment.process.Elements.ACCEPT_OR_HOTFIX;
import static com.athento.deployment.process.Elements.APPLY_HOTFIX;
import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.PathsTest;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The decision between what failed and what the hour allows. */
class DecideHotfixTest extends PathsTest {

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient database;

    @Test
    void hotfixOfManagersBeyondTheHourNeedsAReason() {
        var intervention = lifecycle.deployed().after(Duration.ofMinutes(16)).battery(100, 90, 10);

        assertRefused(() -> intervention.completes("manager", ACCEPT_OR_HOTFIX, Map.of("hotfixDecision", "HOTFIX")))
                .isEqualTo(
                        "hotfixReason: missing; 24 of the hour's minutes remain, and a hotfix needs 25 (10, and 15 for a rollback); say why all the same");
    }

    @Test
    void lastMinuteThatLeavesTimeIsOffered() {
        var intervention = lifecycle.deployed().after(Duration.ofMinutes(15)).battery(100, 90, 10);
        assertThat(tasks.getVariablesLocal(intervention.task(ACCEPT_OR_HOTFIX).getId()))
                .containsEntry("hotfixMinutes", 10L)
                .containsEntry("rollbackMinutes", 15L)
                .containsEntry(
                        "hotfixEnd",
                        Date.from(intervention.moment("actualStart").plusSeconds(36 * 60)));

        intervention.completes("product", ACCEPT_OR_HOTFIX, Map.of("hotfixDecision", "HOTFIX"));

        assertWaiting(intervention).containsExactly(APPLY_HOTFIX);
    }

    @Test
    void appliedHotfixIsRecordedWithItsReference() {
        var intervention = lifecycle
                .deployed()
                .battery(100, 90, 10)
                .completes("product", ACCEPT_OR_HOTFIX, Map.of("hotfixDecision", "HOTFIX", "hotfixReason", "Login"));
        assertRefused(() -> intervention.completes("systems", APPLY_HOTFIX, Map.of()))
                .isEqualTo("hotfixReference: missing; say which hotfix it is, such as its ticket");

        intervention.completes("systems", APPLY_HOTFIX, Map.of("hotfixReference", "HF-77", "hotfixNotes", "ok"));

        assertThat(database.sql(
                                "select decided_by || ' ' || reason || ' ' || applied_by || ' ' || reference || ' ' || notes"
                                        + " from hotfix where intervention_key = ?")
                        .param(intervention.key())
                        .query(String.class)
                        .list())
                .containsExactly("product Login systems HF-77 ok");
    }
}
