package com.athento.deployment.consent;

import com.athento.deployment.intervention.Severity;
import com.athento.deployment.register.Client;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** What may replace a client's answer: only a dated consent in the register, in the fast lane. */
record StandingConsent(Optional<Client.EmergencyConsent> consent, ZoneId zone) {

    /** Whether it holds on the day of the window, its last day included. */
    boolean covers(Instant windowStart, Severity severity) {
        var day = windowStart.atZone(zone).toLocalDate();
        return severity.fastLane()
                && consent.filter(standing -> !day.isAfter(standing.validUntil()))
                        .isPresent();
    }
}
