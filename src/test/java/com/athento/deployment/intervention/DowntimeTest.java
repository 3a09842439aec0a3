package com.athento.deployment.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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

    @ParameterizedTest(name = "{1} with {0} min before and 45 asked for is {2}, and {3} once released")
    @CsvSource({
        "0, PT0S, RUNNING, KEPT",
        "0, PT45M59.999S, RUNNING, KEPT",
        "0, PT46M, OVERRUN, KEPT",
        "0, PT60M59.999S, OVERRUN, KEPT",
        "0, PT61M, BROKEN, BROKEN",
        "20, PT25M59S, RUNNING, KEPT",
        "20, PT26M, OVERRUN, KEPT",
        "20, PT40M59S, OVERRUN, KEPT",
        "20, PT41M, BROKEN, BROKEN",
    })
    void theHourIsBrokenWhileItIsBeingBroken(int spent, Duration elapsed, HourState running, HourState released) {
        var now = START.plus(elapsed);
        var hour = new Downtime(spent, Optional.of(START));

        assertThat(hour.stateAt(now, 45)).isEqualTo(running);
        assertThat(hour.released(now).stateAt(now.plusSeconds(36_000), 45)).isEqualTo(released);
    }

    @Test
    void serviceIsDownExactlyWhileAStretchRuns() {
        var hour = Downtime.from(START);

        assertThat(hour.service()).isEqualTo(ServiceState.SERVICE_DOWN);
        assertThat(hour.released(START).service()).isEqualTo(ServiceState.SERVICE_UP);
        assertThat(hour.released(START).reopened(START).service()).isEqualTo(ServiceState.SERVICE_DOWN);
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
