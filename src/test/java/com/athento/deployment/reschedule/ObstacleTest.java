package com.athento.deployment.reschedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Change;
import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.Outcome;
import com.athento.deployment.intervention.Phase;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.record.Planned;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObstacleTest {

    @ParameterizedTest(name = "{1} in {0}, started {2}, as {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "REQUEST, CANCEL, -, -, 'is being revised; give another window or withdraw it in ''Revise the request'''",
                "REQUEST, RESCHEDULE, -, -, 'is being revised; give another window or withdraw it in ''Revise the request'''",
                "ROLLOUT, CANCEL, 2027-02-06T21:07:00Z, -, cannot be cancelled any more: the deployment started at 2027-02-06 22:07 (Europe/Madrid)",
                "SUPPORT, RESCHEDULE, 2027-02-06T21:07:00Z, DEPLOYED, cannot be rescheduled any more: the deployment started at 2027-02-06 22:07 (Europe/Madrid)",
                "CLOSURE, CANCEL, -, DENIED, is ending as DENIED and can no longer be cancelled",
                "ENDED, RESCHEDULE, -, WITHDRAWN, has ended as WITHDRAWN and can no longer be rescheduled",
                "ENDED, CANCEL, 2027-02-06T21:07:00Z, DEPLOYED, has ended as DEPLOYED and can no longer be cancelled",
            })
    void saysWhyNothingWaitsForAChange(Phase phase, Change change, Instant started, Outcome outcome, String why) {
        var planned = new Planned(
                "INT-2027-0042-ACME-PRO",
                "ACME-PRO",
                "4711",
                "rita",
                phase,
                Optional.ofNullable(outcome),
                Optional.ofNullable(started),
                Optional.empty(),
                ZoneId.of("Europe/Madrid"),
                Optional.empty(),
                ChangeKind.VERSION_UPGRADE,
                Severity.NONE,
                "type-4-deployment:1:4712");

        assertThat(new Obstacle(planned, change).sentence())
                .hasToString("intervention: 'INT-2027-0042-ACME-PRO' " + why);
    }
}
