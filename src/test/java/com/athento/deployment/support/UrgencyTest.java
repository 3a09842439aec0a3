package com.athento.deployment.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Severity;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrgencyTest {

    private static final Instant NOW = Instant.parse("2027-02-07T09:00:00Z");

    private final Urgency urgency =
            new Urgency(new SupportProperties(Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(8)));

    @ParameterizedTest(name = "{0}: within {1}")
    @CsvSource({
        "BLOCKER, PT30M",
        "CRITICAL, PT2H",
        "MAJOR, PT8H",
        "MINOR, PT12H",
        "TRIVIAL, PT12H",
    })
    void severityDecidesHowSoon(Severity severity, Duration within) {
        assertThat(urgency.due(severity, NOW, NOW.plus(Duration.ofHours(12)))).isEqualTo(NOW.plus(within));
    }

    @Test
    void afterTheEndOfSupportItIsDueAtOnce() {
        assertThat(urgency.due(Severity.MINOR, NOW, NOW.minusSeconds(1))).isEqualTo(NOW);
    }
}
