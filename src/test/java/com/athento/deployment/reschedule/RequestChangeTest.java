package com.athento.deployment.reschedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.Elements;
import com.athento.deployment.process.PathsTest;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may change the plan of which intervention, and what everybody else learns. */
class RequestChangeTest extends PathsTest {

    @Autowired
    RuntimeService runtime;

    @ParameterizedTest
    @ValueSource(strings = {"support", "project2", "manager"})
    void requesterProjectAndManagersMay(String person) {
        var intervention = lifecycle.agreed().changes(person, "CANCEL", "Not needed");

        assertThat(intervention.value("endedBy")).isEqualTo(person);
        assertThat(intervention.value("changedBy")).isEqualTo(person);
        assertEnded(intervention.continues(), "CANCELLED");
    }

    @Test
    void colleagueOfTheRequesterMayNot() {
        var intervention = lifecycle.agreed();

        assertRefused(() -> intervention.changes("support2", "CANCEL", "Not needed"))
                .isEqualTo(
                        "intervention: '%s' may be changed by support, who requested it, and by the teams project and managers, not by 'support2'"
                                .formatted(intervention.key()));
    }

    @Test
    void unknownInterventionCannotBeChanged() {
        assertRefused(() -> start(Map.of(
                        "intervention", "INT-1999-0001-NONE",
                        "change", "CANCEL",
                        "changeReason", "Why not")))
                .isEqualTo(
                        "intervention: 'INT-1999-0001-NONE' is not known; give a key such as INT-2027-0042-ACME-PRO");
    }

    @ParameterizedTest
    @ValueSource(strings = {"intervention", "change", "changeReason"})
    void everyFieldIsNeeded(String field) {
        var form = new HashMap<String, Object>(Map.of("intervention", "X", "change", "CANCEL", "changeReason", "Why"));
        form.remove(field);

        assertRefused(() -> start(form)).startsWith(field + ": missing; ");
    }

    @Test
    void changeThatIsBeingAnnouncedHoldsNothingUp() {
        var intervention = lifecycle.agreed().changes("project", "RESCHEDULE", "Later");

        assertWaiting(intervention).contains(Elements.REVISE_REQUEST);
        assertRefused(() -> intervention.changes("project", "CANCEL", "Not at all"))
                .contains("is being revised");
    }

    @Test
    void endedInterventionStaysAsItEnded() {
        var intervention = lifecycle.agreed().changes("project", "CANCEL", "Not needed");
        assertRefused(() -> intervention.changes("project", "CANCEL", "Again")).contains("is ending as CANCELLED");

        intervention.continues();

        assertRefused(() -> intervention.changes("project", "RESCHEDULE", "Later"))
                .contains("has ended as CANCELLED and can no longer be rescheduled");
    }

    private void start(Map<String, Object> form) {
        lifecycle.as("project", () -> runtime.startProcessInstanceByKey(Elements.CHANGE_INTERVENTION, form));
    }
}
