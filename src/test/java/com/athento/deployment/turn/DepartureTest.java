package com.athento.deployment.turn;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.schedule.Night;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Madrid is an hour ahead of UTC in February; its night is from eight to eight. */
class DepartureTest {

    private final Departure departure = new Departure(
            Duration.ofMinutes(5), new Night(LocalTime.of(20, 0), LocalTime.of(8, 0)), ZoneId.of("Europe/Madrid"));

    @ParameterizedTest(name = "urgent {1} at {0} leaves at {2}")
    @CsvSource({
        "2027-02-02T09:00:00Z, false, 2027-02-02T09:05:00Z",
        "2027-02-02T09:04:59.999Z, false, 2027-02-02T09:05:00Z",
        "2027-02-02T09:05:00Z, false, 2027-02-02T09:10:00Z",
        "2027-02-02T18:54:59Z, false, 2027-02-02T18:55:00Z",
        "2027-02-02T18:55:00Z, false, 2027-02-03T07:00:00Z",
        "2027-02-02T23:30:00Z, false, 2027-02-03T07:00:00Z",
        "2027-02-03T06:54:59Z, false, 2027-02-03T07:00:00Z",
        "2027-02-03T07:00:00Z, false, 2027-02-03T07:05:00Z",
        "2027-02-02T09:00:01Z, true, 2027-02-02T09:00:01Z",
        "2027-02-02T23:30:01Z, true, 2027-02-02T23:30:01Z"
    })
    void theQuietGatherAndSleep(Instant now, boolean urgent, Instant leaves) {
        assertThat(departure.of(now, urgent)).isEqualTo(leaves);
    }
}
