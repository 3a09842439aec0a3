package com.athento.deployment.schedule.planning;

import com.athento.deployment.intervention.Environment;
import com.athento.deployment.intervention.Outcome;
import com.athento.deployment.intervention.Phase;
import com.athento.deployment.record.PlannedWindow;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** A window for tests, in the second revision of its plan; each says only how it differs. */
final class Planned {

    Instant started;
    Instant pointOfNoReturn;
    Instant available;
    Instant supportUntil;
    Outcome outcome;
    int rollbackMinutes = 15;

    PlannedWindow in(Phase phase) {
        var requested = Instant.parse("2027-01-10T09:00:00Z");
        return new PlannedWindow(
                "INT-2027-0042-ACME-PRO",
                "process",
                "ACME-PRO",
                Optional.of(Environment.PRO),
                "ACME",
                Optional.of("Acme Seguros"),
                "support",
                phase,
                Optional.ofNullable(outcome),
                Instant.parse("2027-01-15T21:00:00Z"),
                ZoneId.of("Europe/Madrid"),
                45,
                2,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                requested,
                Optional.ofNullable(started),
                Optional.ofNullable(pointOfNoReturn),
                Optional.ofNullable(available),
                Optional.ofNullable(supportUntil),
                Optional.of(requested).filter(moment -> phase == Phase.ENDED),
                Optional.of(rollbackMinutes),
                Optional.of(24));
    }
}
