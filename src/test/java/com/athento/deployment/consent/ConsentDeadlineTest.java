package com.athento.deployment.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Severity;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsentDeadlineTest {

    private static final Instant WINDOW = Instant.parse("2027-02-06T21:00:00Z");

    @ParameterizedTest(name = "{0} before the window, {1}: {2} before it")
    @CsvSource({
        "PT72H, NONE, PT24H",
        "PT24H0.001S, NONE, PT24H",
        "PT24H, NONE, PT0S",
        "PT23H59M59S, NONE, PT0S",
        "PT72H, MAJOR, PT24H",
        "PT72H, CRITICAL, PT0S",
        "PT72H, BLOCKER, PT0S",
    })
    void isADayBeforeTheWindowOrTheWindowItself(Duration entered, Severity severity, Duration deadline) {
        assertThat(new ConsentDeadline(Duration.ofHours(24)).of(WINDOW, severity, WINDOW.minus(entered)))
                .isEqualTo(WINDOW.minus(deadline));
    }
}
