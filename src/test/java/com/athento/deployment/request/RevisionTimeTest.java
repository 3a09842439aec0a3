package com.athento.deployment.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Severity;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A request that is to be revised from noon on. */
class RevisionTimeTest {

    private static final Instant NOON = Instant.parse("2027-02-02T12:00:00Z");

    @ParameterizedTest(name = "{0}, window at {1}: {2}")
    @CsvSource({
        "NONE,     2027-02-10T21:00:00Z, 2027-02-03T12:00:00Z",
        "MAJOR,    2027-02-10T21:00:00Z, 2027-02-03T12:00:00Z",
        "CRITICAL, 2027-02-10T21:00:00Z, 2027-02-02T13:00:00Z",
        "BLOCKER,  2027-02-10T21:00:00Z, 2027-02-02T13:00:00Z",
        // The window comes nearer.
        "NONE,     2027-02-03T12:00:01Z, 2027-02-03T12:00:00Z",
        "NONE,     2027-02-03T11:59:59Z, 2027-02-03T11:59:59Z",
        "NONE,     2027-02-02T12:00:01Z, 2027-02-02T12:00:01Z",
        // It has passed.
        "NONE,     2027-02-02T12:00:00Z, 2027-02-03T12:00:00Z",
        "BLOCKER,  2027-02-01T12:00:00Z, 2027-02-02T13:00:00Z"
    })
    void saysUntilWhen(Severity severity, Instant windowStart, Instant due) {
        assertThat(new RevisionTime(Duration.ofHours(24), Duration.ofHours(1)).due(severity, NOON, windowStart))
                .isEqualTo(due);
    }
}
