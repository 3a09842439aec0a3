package com.athento.deployment.register;

import com.athento.deployment.schedule.calendars.Calendar;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * Whom we serve.
 *
 * @param locale the language of everything the client reads
 * @param zone in which windows are agreed with the client
 * @param statusPage where the client sees planned interventions, if it has such a page
 * @param emergencyConsent what may stand in for the client's answer in the fast lane
 * @param calendar when it works and when it lets us work, if it has told us
 */
public record Client(
        String code,
        String name,
        Locale locale,
        ZoneId zone,
        Optional<String> statusPage,
        Optional<EmergencyConsent> emergencyConsent,
        Optional<Calendar> calendar) {

    /**
     * A standing consent for emergencies.
     *
     * @param document where the client signed it
     * @param validUntil the last day, in the client's zone, on which it holds
     */
    public record EmergencyConsent(String document, LocalDate validUntil) {}
}
