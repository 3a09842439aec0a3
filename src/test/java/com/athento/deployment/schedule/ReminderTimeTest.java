package com.athento.deployment.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderTimeTest {

    private static final Night NIGHT = new Night(LocalTime.of(20, 0), LocalTime.of(8, 0));

    @ParameterizedTest(name = "asked {1} until {2} in {0}: {4}")
    @CsvSource({
        // Halfway, both sides of both ends of the night; Madrid is an hour ahead of UTC.
        "Europe/Madrid, 2027-02-01T09:00:00Z, 2027-02-03T13:00:00Z, NONE, 2027-02-02T11:00:00Z",
        "Europe/Madrid, 2027-02-01T09:00:00Z, 2027-02-02T04:59:58Z, NONE, 2027-02-01T18:59:59Z",
        "Europe/Madrid, 2027-02-01T09:00:00Z, 2027-02-02T13:00:00Z, NONE, 2027-02-02T07:00:00Z",
        "Europe/Madrid, 2027-02-01T09:00:00Z, 2027-02-03T04:59:58Z, NONE, 2027-02-02T07:00:00Z",
        "Europe/Madrid, 2027-02-01T09:00:00Z, 2027-02-03T05:00:00Z, NONE, 2027-02-02T07:00:00Z",
        // Across the nights in which clocks change: 08:00 is another moment of UTC than the day
        // before.
        "Europe/Madrid, 2027-03-27T12:00:00Z, 2027-03-28T12:00:00Z, NONE, 2027-03-28T06:00:00Z",
        "Europe/Madrid, 2027-10-30T12:00:00Z, 2027-10-31T12:00:00Z, NONE, 2027-10-31T07:00:00Z",
        "America/Bogota, 2027-02-01T14:00:00Z, 2027-02-02T14:30:00Z, NONE, 2027-02-02T13:00:00Z",
        // No sensible time: the morning is too near the deadline, or after it; or all is too near.
        "Europe/Madrid, 2027-02-01T17:00:00Z, 2027-02-02T08:00:00Z, NONE, 2027-02-02T07:00:00Z",
        "Europe/Madrid, 2027-02-01T17:00:00Z, 2027-02-02T07:59:59Z, NONE,",
        "Europe/Madrid, 2027-02-01T17:00:00Z, 2027-02-02T03:00:00Z, NONE,",
        "Europe/Madrid, 2027-02-01T09:00:00Z, 2027-02-01T11:00:00Z, NONE, 2027-02-01T10:00:00Z",
        "Europe/Madrid, 2027-02-01T09:00:00Z, 2027-02-01T10:59:59Z, NONE,",
        "Europe/Madrid, 2027-02-01T09:00:00Z, 2027-02-01T08:00:00Z, NONE,",
        // The fast lane.
        "Europe/Madrid, 2027-02-01T09:00:00Z, 2027-02-01T11:00:00Z, CRITICAL, 2027-02-01T09:30:00Z",
        "Europe/Madrid, 2027-02-01T09:00:00Z, 2027-02-01T09:20:00Z, BLOCKER, 2027-02-01T09:05:00Z",
        "Europe/Madrid, 2027-02-01T09:00:00Z, 2027-02-01T09:19:59Z, BLOCKER,",
        "Europe/Madrid, 2027-02-01T22:00:00Z, 2027-02-01T23:00:00Z, BLOCKER,",
    })
    void isOnTheWayToTheDeadlineAndByDay(
            String zone, Instant asked, Instant deadline, Severity severity, Instant reminder) {
        assertThat(new ReminderTime(NIGHT, ZoneId.of(zone)).of(asked, deadline, severity))
                .isEqualTo(java.util.Optional.ofNullable(reminder));
    }

    @Test
    void isNeverAtNightWheneverSomebodyIsAsked() {
        for (var zone : java.util.List.of("Europe/Madrid", "America/Bogota", "America/New_York")) {
            var time = new ReminderTime(NIGHT, ZoneId.of(zone));
            var asked = Instant.parse("2027-03-12T00:00:00Z");
            for (int hour = 0; hour < 24 * 20; hour++) {
                var at = asked.plus(Duration.ofHours(hour));
                for (int left = 1; left < 100; left += 7) {
                    time.of(at, at.plus(Duration.ofHours(left)), Severity.NONE)
                            .map(moment -> moment.atZone(ZoneId.of(zone)).toLocalTime())
                            .ifPresent(
                                    local ->
                                            assertThat(local)
                                                    .isBetween(
                                                            LocalTime.of(8, 0),
                                                            LocalTime.of(19, 59, 59)));
                }
            }
        }
    }
}
