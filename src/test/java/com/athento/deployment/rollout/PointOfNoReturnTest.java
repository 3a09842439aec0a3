package com.athento.deployment.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Downtime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointOfNoReturnTest {

    @ParameterizedTest(name = "a rollback of {0} minutes, {1} gone before: {2} after the start")
    @CsvSource({
        "15, 0, PT45M",
        "0, 0, PT60M",
        "60, 0, PT0M",
        "1, 0, PT59M",
        "15, 20, PT25M",
        "15, 45, PT0M",
        "15, 46, PT-1M"
    })
    void leavesTimeForTheRollback(int rollbackMinutes, int before, Duration after) {
        var start = Instant.parse("2027-02-06T21:07:30Z");

        assertThat(new PointOfNoReturn(rollbackMinutes).of(new Downtime(before, Optional.of(start))))
                .isEqualTo(start.plus(after));
    }
}
