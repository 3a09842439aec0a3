package com.athento.deployment.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DowntimeTest {

    private static final Instant START = Instant.parse("2027-02-06T21:10:00Z");

    @ParameterizedTest(name = "after {0} it is {1} minutes, and {2} remain")
    @CsvSource({
        "PT0S, 0, 60, true",
        "PT59.999S, 0, 60, true",
        "PT1M, 1, 59, true",
        "PT60M59.999S, 60, 0, true",
        "PT61M, 61, -1, false",
        "PT48H, 2880, -2820, false",
    })
    void countsWholeMinutesElapsed(Duration elapsed, int minutes, int remaining, boolean kept) {
        var now = START.plus(elapsed);
        var hour = Downtime.from(START);

        assertThat(hour.minutesAt(now)).isEqualTo(minutes);
        assertThat(hour.remainingAt(now)).isEqualTo(remaining);
        assertThat(Downtime.keepsTheHour(minutes)).isEqualTo(kept);
    }

    @Test
    void secondStretchIsAdded() {
        var released = Downtime.from(START).released(START.plusSeconds(20 * 60 + 59));
        assertThat(released.minutesAt(START.plusSeconds(7200))).isEqualTo(20);

        var again = released.reopened(START.plusSeconds(7200));
        assertThat(again.released(START.plusSeconds(7200 + 10 * 60)).spent()).isEqualTo(30);
    }

    @Test
    void openStretchIsNotReopened() {
        var hour = Downtime.from(START);

        assertThat(hour.reopened(START.plusSeconds(600))).isEqualTo(hour);
    }

    @Test
    void secondReleaseAddsNothing() {
        var released = Downtime.from(START).released(START.plusSeconds(600));

        assertThat(released.released(START.plusSeconds(6000))).isEqualTo(released);
    }
}
