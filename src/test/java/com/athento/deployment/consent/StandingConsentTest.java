package com.athento.deployment.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Severity;
import com.athento.deployment.register.Client.EmergencyConsent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingConsentTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    /** In Madrid the last day ends at 22:00 UTC in summer. */
    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "2027-06-30T21:59:59Z, BLOCKER, true",
        "2027-06-30T22:00:00Z, BLOCKER, false",
        "2027-06-30T21:59:59Z, CRITICAL, true",
        "2027-06-30T21:59:59Z, MAJOR, false",
        "2027-06-30T21:59:59Z, NONE, false",
    })
    void holdsInTheFastLaneUntilItsLastDay(Instant window, Severity severity, boolean covers) {
        var consent = new EmergencyConsent("CON-17", LocalDate.parse("2027-06-30"));

        assertThat(new StandingConsent(Optional.of(consent), MADRID).covers(window, severity))
                .isEqualTo(covers);
    }

    @Test
    void nothingReplacesAConsentThatNobodySigned() {
        assertThat(new StandingConsent(Optional.empty(), MADRID)
                        .covers(Instant.parse("2027-06-01T20:00:00Z"), Severity.BLOCKER))
                .isFalse();
    }
}
