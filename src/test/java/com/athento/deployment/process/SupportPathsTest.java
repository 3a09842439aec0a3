package com.athento.deployment.process;

import static com.athento.deployment.process.Elements.CLOSE_INTERVENTION;
import static com.athento.deployment.process.Elements.CONFIRM_ROLLBACK;
import static com.athento.deployment.process.Elements.RESOLVE_INCIDENT;
import static com.athento.deployment.process.Elements.ROLL_BACK;
import static com.athento.deployment.process.Elements.WATCH_OVER_USERS;
import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.register.Register;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Step 7: users are accompanied, incidents resolved. */
class SupportPathsTest extends PathsTest {

    @Autowired
    Register register;

    @Test
    void supportWindowEndsInTheClosure() {
        var intervention = lifecycle.inSupport();
        assertThat(intervention.moment("supportUntil"))
                .isEqualTo(lifecycle.now().plus(Duration.ofHours(24)));

        intervention.supportEnds();

        assertWaiting(intervention).containsExactly(CLOSE_INTERVENTION);
    }

    @Test
    void supportCanEndEarlyWithAReason() {
        var intervention = lifecycle.inSupport();
        assertRefused(() -> intervention.completes("support", WATCH_OVER_USERS, Map.of()))
                .contains("endEarlyReason");

        intervention.completes("support", WATCH_OVER_USERS, Map.of("endEarlyReason", "The client is closed"));

        assertWaiting(intervention).containsExactly(CLOSE_INTERVENTION);
    }

    @Test
    void twoIncidentsHoldSupportOpen() {
        var intervention =
                lifecycle.inSupport().reports("Search is slow", "MINOR").reports("Login fails", "BLOCKER");
        assertWaiting(intervention).containsExactly(RESOLVE_INCIDENT, RESOLVE_INCIDENT, WATCH_OVER_USERS);

        assertRefused(() -> intervention.completes("support", WATCH_OVER_USERS, Map.of("endEarlyReason", "Enough")))
                .contains("Search is slow")
                .contains("Login fails");

        for (var task : intervention.tasks(RESOLVE_INCIDENT)) {
            intervention.completes("support", task, Map.of("incidentResolution", "SOLVED", "resolutionNotes", "Done"));
        }
        assertWaiting(intervention.supportEnds()).containsExactly(CLOSE_INTERVENTION);
    }

    @Test
    void incidentMayLeadToTheRollback() {
        var intervention = lifecycle
                .inSupport()
                .reports("Documents are lost", "BLOCKER")
                .completes(
                        "support",
                        RESOLVE_INCIDENT,
                        Map.of("incidentResolution", "ROLL_BACK", "resolutionNotes", "Every hour loses more"));
        assertWaiting(intervention).containsExactly(CONFIRM_ROLLBACK, WATCH_OVER_USERS);

        intervention
                .completes("manager", CONFIRM_ROLLBACK, Map.of("rollbackConfirmed", true))
                .continues();
        assertWaiting(intervention).containsExactly(ROLL_BACK);

        intervention.rollsBack().continues();
        assertWaiting(intervention).containsExactly(CLOSE_INTERVENTION);
        assertThat(intervention.outcome()).isEqualTo("ROLLED_BACK");
        assertThat(intervention.value("downtimeSpent")).isEqualTo(30);
        var instance =
                register.instance((String) intervention.value("instanceCode")).orElseThrow();
        assertThat(instance.version().text()).isEqualTo("24.1.0");
        assertThat(instance.lastUpdate()).contains(java.time.LocalDate.parse("2027-02-01"));
        assertEnded(intervention.closes(), "ROLLED_BACK");
    }

    @Test
    void rollbackThatTheManagerDoesNotConfirmGoesBackToSupport() {
        var intervention = lifecycle
                .inSupport()
                .reports("Documents are lost", "BLOCKER")
                .completes("support", RESOLVE_INCIDENT, Map.of("incidentResolution", "ROLL_BACK"))
                .completes("manager", CONFIRM_ROLLBACK, Map.of("rollbackConfirmed", false));

        assertWaiting(intervention).containsExactly(RESOLVE_INCIDENT, WATCH_OVER_USERS);
    }
}
