package com.athento.deployment.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.Phase;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.intervention.Window;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannedTest {

    @ParameterizedTest(name = "{0} for {1} minutes: {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "2027-02-06T21:00:00Z, 45, true",
                "2027-02-06T21:00:00Z, -, false",
                "-, 45, false",
                "-, -, false",
            })
    void hasAWindowWhereBothItsStartAndItsLengthAreKnown(Instant start, Integer minutes, boolean has) {
        var zone = ZoneId.of("Europe/Madrid");
        var planned = new Planned(
                "INT-2027-0042-ACME-PRO",
                "ACME-PRO",
                "4711",
                "rita",
                Phase.ENDED,
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(start),
                zone,
                Optional.ofNullable(minutes),
                ChangeKind.VERSION_UPGRADE,
                Severity.NONE,
                "type-4-deployment:1:4712");

        assertThat(planned.window()).isEqualTo(has ? Optional.of(new Window(start, zone, minutes)) : Optional.empty());
    }
}
