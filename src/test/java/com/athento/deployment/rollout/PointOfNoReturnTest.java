package com.athento.deployment.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointOfNoReturnTest {

    @ParameterizedTest(name = "a rollback of {0} minutes: {1} after the start")
    @CsvSource({"15, PT45M", "0, PT60M", "60, PT0M", "1, PT59M"})
    void leavesTimeForTheRollback(int rollbackMinutes, Duration after) {
        var start = Instant.parse("2027-02-06T21:07:30Z");

        assertThat(new PointOfNoReturn(rollbackMinutes).of(start)).isEqualTo(start.plus(after));
    }
}
