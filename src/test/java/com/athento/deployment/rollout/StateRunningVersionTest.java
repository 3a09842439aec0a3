package com.athento.deployment.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.athento.deployment.process.Elements;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.Scopes;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateRunningVersionTest {

    private static final Instant SINCE = Instant.parse("2027-02-06T21:00:00Z");

    private final StateRunningVersion state =
            new StateRunningVersion(Clock.fixed(SINCE.plusSeconds(1859), ZoneOffset.UTC));

    @ParameterizedTest(name = "{1} at {0}: {2} minutes")
    @CsvSource({
        "roll-back, PREVIOUS, 50",
        "roll-back, NEW, 50",
        "roll-back, NEITHER, 20",
        "recover-instance, PREVIOUS, 50",
        "recover-instance, NEW, 50",
    })
    void hourStopsWhenAVersionRuns(String task, String running, int spent) {
        var stated = Scopes.task(
                task, Map.of("runningVersion", running, "downtimeSpent", 20, "unavailableSince", Date.from(SINCE)));

        state.notify(stated);

        assertThat(stated.getVariable("downtimeSpent")).isEqualTo(spent);
    }

    @Test
    void recoveryEndsOnlyWithAVersion() {
        var task = Scopes.task(Elements.RECOVER_INSTANCE, Map.of("runningVersion", "NEITHER"));

        assertThatThrownBy(() -> state.notify(task))
                .isInstanceOf(Refused.class)
                .hasMessage(
                        "runningVersion: 'NEITHER' is why this task is open; give PREVIOUS or NEW once that version runs");
    }

    @Test
    void somebodyMustSayWhichVersionRuns() {
        assertThatThrownBy(() -> state.notify(Scopes.task(Elements.ROLL_BACK, Map.of())))
                .hasMessage("runningVersion: missing; give PREVIOUS, NEW or NEITHER");
    }
}
