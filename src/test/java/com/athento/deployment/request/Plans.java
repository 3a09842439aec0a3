package com.athento.deployment.request;

import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.Plan;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.intervention.Window;
import com.athento.deployment.schedule.capacity.SystemsTeam;
import com.athento.deployment.schedule.slots.Agenda;
import com.athento.deployment.schedule.slots.Slots;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Plans for the tests of the rules. */
final class Plans {

    static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    static final Agenda NOTHING_IN_THE_WAY = new Agenda(
            MADRID, List.of(), Set.of(), Optional.empty(), List.of(), List.of(), new SystemsTeam(2, Duration.ZERO));

    static final Supplier<Slots> NO_SLOTS = () -> new Slots(List.of(), Optional.empty());

    private Plans() {}

    static Plan upgrade(String from, String to, String start, int minutes) {
        return plan(ChangeKind.VERSION_UPGRADE, from, to, start, minutes);
    }

    static Plan plan(ChangeKind kind, String from, String to, String start, int minutes) {
        return new Plan(
                "ACME-PRO",
                kind,
                Optional.ofNullable(from).map(Version::new),
                Optional.ofNullable(to).map(Version::new),
                new Window(instant(start), MADRID, minutes));
    }

    static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
