package com.athento.deployment.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.CausedByUpdate;
import com.athento.deployment.intervention.IncidentResolution;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.intervention.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why it came to this, from what is on record. */
class CauseTest {

    private static final Instant TEN = Instant.parse("2027-02-06T22:00:00Z");

    private final List<Moment> timeline = new ArrayList<>();
    private final List<Battery> batteries = new ArrayList<>();
    private final List<Incident> incidents = new ArrayList<>();

    @Test
    void nothingLedToWhatHasNotStarted() {
        step("obtain-client-consent", "AGREED").step("start-deployment", "POSTPONE");

        assertThat(why()).isEmpty();
    }

    @Test
    void eachBatteryStandsAtItsOwnStepAndTheLastStepComesFirst() {
        step("start-deployment", "POSTPONE").step("revise-request", "AMEND");
        step("start-deployment", "START").step("deploy", "DEPLOYED");
        battery(90)
                .step("accept-or-hotfix", "HOTFIX")
                .step("apply-hotfix", null)
                .battery(79);

        assertThat(why())
                .containsExactly(
                        "run-qa-battery: 79 of 100, 80 %",
                        "apply-hotfix",
                        "accept-or-hotfix",
                        "run-qa-battery: 90 of 100, 80 %",
                        "deploy",
                        "start-deployment");
    }

    @Test
    void aConfirmedRollbackIsWhyFromThenOnWithTheIncidentThatItWasAskedFor() {
        step("start-deployment", "START").step("deploy", "DEPLOYED").battery(100);
        step("resolve-incident", "SOLVED");
        incident("Search is slow", null);
        step("confirm-rollback", "false");
        assertThat(why().get(0)).startsWith("run-qa-battery");

        incident("Login fails", "manager");
        step("confirm-rollback", "true").step("roll-back", "NEITHER");

        assertThat(why()).containsExactly("roll-back", "confirm-rollback: Login fails");
    }

    @Test
    void ofASecondRollbackTheSecondIncidentIsTold() {
        incident("First", "manager").step("confirm-rollback", "true").step("roll-back", "NEW");
        incident("Second", "manager").step("confirm-rollback", "true");

        assertThat(why()).containsExactly("confirm-rollback: Second");
    }

    private List<String> why() {
        return new Story(
                        List.of(), List.of(), List.of(), batteries, List.of(), List.of(), List.of(), List.of(),
                        incidents, List.of(), timeline)
                .why().stream().map(CauseTest::text).toList();
    }

    private static String text(Cause cause) {
        var battery = cause.battery();
        var element = cause.step().element();
        if (battery != null) {
            return "%s: %d of %d, %d %%".formatted(element, battery.passed(), battery.total(), battery.required());
        }
        return cause.incident() == null
                ? element
                : element + ": " + cause.incident().title();
    }

    private CauseTest step(String element, String decided) {
        timeline.add(new Moment(later(), Moment.Kind.TASK, element, element, "somebody", decided, null, null, null));
        return this;
    }

    private CauseTest battery(int passed) {
        batteries.add(new Battery(
                1,
                "qa",
                later(),
                100,
                passed,
                100 - passed,
                0,
                0,
                true,
                Verdict.PASSED,
                null,
                Battery.Origin.TYPED,
                null));
        return step("run-qa-battery", "PASSED");
    }

    private CauseTest incident(String title, String confirmedBy) {
        incidents.add(new Incident(
                title,
                title,
                Severity.BLOCKER,
                CausedByUpdate.YES,
                "Ana",
                "support",
                later(),
                IncidentResolution.ROLL_BACK,
                null,
                null,
                confirmedBy,
                later(),
                "support",
                confirmedBy));
        return this;
    }

    private Instant later() {
        return TEN.plusSeconds(60 * (timeline.size() + 1L));
    }
}
