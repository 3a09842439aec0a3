package com.athento.deployment.reschedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Change;
import com.athento.deployment.intervention.Outcome;
import com.athento.deployment.intervention.Phase;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {

    @ParameterizedTest(name = "{1} in {0}, started {2}, as {3}, announcing {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "REQUEST, CANCEL, -, -, false, 'is being revised; give another window or withdraw it in ''Revise the request'''",
                "REQUEST, RESCHEDULE, -, -, true, 'is just being changed and the change is being announced; then ''Revise the request'' takes another window or withdraws it'",
                "ROLLOUT, CANCEL, 2027-02-06T21:07:00Z, -, false, cannot be cancelled any more: the deployment started at 2027-02-06 22:07 (Europe/Madrid)",
                "SUPPORT, RESCHEDULE, 2027-02-06T21:07:00Z, DEPLOYED, false, cannot be rescheduled any more: the deployment started at 2027-02-06 22:07 (Europe/Madrid)",
                "CLOSURE, CANCEL, -, DENIED, false, is ending as DENIED and can no longer be cancelled",
                "ENDED, RESCHEDULE, -, WITHDRAWN, false, has ended as WITHDRAWN and can no longer be rescheduled",
                "ENDED, CANCEL, 2027-02-06T21:07:00Z, DEPLOYED, false, has ended as DEPLOYED and can no longer be cancelled",
            })
    void saysWhyNothingWaitsForAChange(
            Phase phase,
            Change change,
            Instant started,
            Outcome outcome,
            boolean announcing,
            String why) {
        var standing =
                new Standing(
                        "INT-2027-0042-ACME-PRO",
                        "4711",
                        "rita",
                        phase,
                        Optional.ofNullable(outcome),
                        Optional.ofNullable(started),
                        ZoneId.of("Europe/Madrid"));

        assertThat(standing.obstacle(change, announcing))
                .isEqualTo("intervention: 'INT-2027-0042-ACME-PRO' " + why);
    }
}
