package com.athento.deployment.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HotfixTimeTest {

    private static final Instant START = Instant.parse("2027-02-06T21:00:00Z");

    @ParameterizedTest(name = "after {0}, with {1} minutes for the hotfix and {2} for a rollback: {3}")
    @CsvSource({
        "PT35M59.999S, 10, 15, true",
        "PT36M, 10, 15, false",
        "PT50M59S, 10, 0, true",
        "PT51M, 10, 0, false",
        "PT0S, 10, 50, true",
        "PT0S, 10, 51, false",
        "PT40M59S, 5, 15, true",
        "PT41M, 5, 15, false"
    })
    void leavesTimeForTheHotfixAndTheRollback(
            Duration elapsed, int hotfixMinutes, int rollbackMinutes, boolean suffices) {
        var time = new HotfixTime(Downtime.from(START), hotfixMinutes, rollbackMinutes);
        var now = START.plus(elapsed);

        assertThat(time.suffices(now)).isEqualTo(suffices);
        assertThat(now.isBefore(time.end().orElseThrow())).isEqualTo(suffices);
    }

    @Test
    void earlierStretchCountsToo() {
        var again = new Downtime(30, Optional.of(START));

        assertThat(new HotfixTime(again, 10, 15).suffices(START.plusSeconds(5 * 60 + 59)))
                .isTrue();
        assertThat(new HotfixTime(again, 10, 15).suffices(START.plusSeconds(6 * 60)))
                .isFalse();
        assertThat(new HotfixTime(again, 10, 15).end()).contains(START.plusSeconds(6 * 60));
    }

    @Test
    void saysWhatRemainsAndWhatIsNeeded() {
        assertThat(new HotfixTime(Downtime.from(START), 10, 15).sentence(START.plusSeconds(36 * 60)))
                .hasToString("24 of the hour's minutes remain, and a hotfix needs 25 (10, and 15 for a rollback)");
        assertThat(new HotfixTime(Downtime.from(START), 10, 15)
                        .sentence(START.plusSeconds(70 * 60))
                        .toString())
                .startsWith("0 of the hour's minutes remain");
    }
}
