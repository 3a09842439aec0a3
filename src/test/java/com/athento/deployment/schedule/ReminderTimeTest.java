package com.athento.deployment.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Severity;
import com.athento.deployment.schedule.calendars.Calendar;
import com.athento.deployment.schedule.calendars.ClientCalendar;
import com.athento.deployment.schedule.calendars.WeekHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReminderTimeTest {

    private static final Night NIGHT = new Night(LocalTime.of(20, 0), LocalTime.of(8, 0));

    private static final WeekHours HOURS =
            WeekHours.each(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(8, 0), LocalTime.of(18, 0));

    /** The client is reminded in its working hours: Monday to Friday, 08:00 to 18:00. */
    @ParameterizedTest(name = "asked {1} until {2} in {0}: {4}")
    @CsvSource({
        // Halfway, both sides of both ends of a day's work.
        "Europe/Madrid, 2027-02-01T09:00:00Z, 2027-02-03T13:00:00Z, NONE, 2027-02-02T11:00:00Z",
        "Europe/Madrid, 2027-02-01T09:00:00Z, 2027-02-02T00:59:58Z, NONE, 2027-02-01T16:59:59Z",
        "Europe/Madrid, 2027-02-01T09:00:00Z, 2027-02-03T01:00:00Z, NONE, 2027-02-02T07:00:00Z",
        "Europe/Madrid, 2027-02-01T09:00:00Z, 2027-02-03T04:59:58Z, NONE, 2027-02-02T07:00:00Z",
        // Halfway is on Saturday or Sunday: on Monday.
        "Europe/Madrid, 2027-02-05T11:00:00Z, 2027-02-09T21:00:00Z, NONE, 2027-02-08T07:00:00Z",
        "Europe/Madrid, 2027-02-04T11:00:00Z, 2027-02-08T08:00:00Z, MAJOR, 2027-02-08T07:00:00Z",
        "Europe/Madrid, 2027-03-26T12:00:00Z, 2027-03-30T12:00:00Z, NONE, 2027-03-29T06:00:00Z",
        "America/Bogota, 2027-02-05T14:00:00Z, 2027-02-09T14:30:00Z, MINOR, 2027-02-08T13:00:00Z",
        // Monday is too late: an hour before the last working day ends.
        "Europe/Madrid, 2027-02-04T11:00:00Z, 2027-02-08T07:59:59Z, NONE, 2027-02-05T16:00:00Z",
        "Europe/Madrid, 2027-02-05T11:00:00Z, 2027-02-07T21:00:00Z, NONE, 2027-02-05T16:00:00Z",
        "Europe/Madrid, 2027-02-05T15:00:00Z, 2027-02-07T21:00:00Z, NONE, 2027-02-05T16:00:00Z",
        // No working time is left, or too little after the question.
        "Europe/Madrid, 2027-02-05T15:00:01Z, 2027-02-07T21:00:00Z, NONE,",
        "Europe/Madrid, 2027-02-06T09:00:00Z, 2027-02-07T21:00:00Z, NONE,",
        "Europe/Madrid, 2027-02-01T09:00:00Z, 2027-02-01T10:59:59Z, NONE,",
        // The fast lane knows the night only.
        "Europe/Madrid, 2027-02-06T09:00:00Z, 2027-02-06T11:00:00Z, CRITICAL, 2027-02-06T09:30:00Z",
        "Europe/Madrid, 2027-02-07T17:30:00Z, 2027-02-07T18:30:00Z, BLOCKER, 2027-02-07T17:45:00Z",
        "Europe/Madrid, 2027-02-01T22:00:00Z, 2027-02-01T23:00:00Z, BLOCKER,",
    })
    void isInTheClientsWorkingHours(String zone, Instant asked, Instant deadline, Severity severity, Instant reminder) {
        assertThat(new ReminderTime(NIGHT, calendar(ZoneId.of(zone)), true).of(asked, deadline, severity))
                .isEqualTo(Optional.ofNullable(reminder));
    }

    /** Where the client works from four to half past four alone, an hour before its end is too early. */
    @ParameterizedTest(name = "asked {0} until {1}: {2}")
    @CsvSource({
        "2027-02-01T09:00:00Z, 2027-02-02T14:00:00Z, 2027-02-01T15:00:00Z",
        "2027-02-01T09:00:00Z, 2027-02-02T10:00:00Z, 2027-02-01T15:00:00Z",
        "2027-02-01T09:00:00Z, 2027-02-01T16:00:00Z, 2027-02-01T15:00:00Z",
    })
    void isInAShortRange(Instant asked, Instant deadline, Instant reminder) {
        var hours = WeekHours.each(EnumSet.allOf(DayOfWeek.class), LocalTime.of(16, 0), LocalTime.of(16, 30));
        var calendar = new ClientCalendar(Calendar.NONE, hours, ZoneId.of("Europe/Madrid"));

        assertThat(new ReminderTime(NIGHT, calendar, true).of(asked, deadline, Severity.NONE))
                .contains(reminder);
    }

    /** Nobody waits for working hours that there are none of; the night is the client's all the same. */
    @ParameterizedTest(name = "asked {0} until {1}: {2}")
    @CsvSource({
        "2027-02-01T09:00:00Z, 2027-02-03T13:00:00Z, 2027-02-02T11:00:00Z",
        "2027-02-01T09:00:00Z, 2027-02-03T01:00:00Z, 2027-02-02T07:00:00Z",
    })
    void isByDayWhereTheClientNeverWorks(Instant asked, Instant deadline, Instant reminder) {
        var calendar = new ClientCalendar(Calendar.NONE, new WeekHours(Map.of()), ZoneId.of("Europe/Madrid"));

        assertThat(new ReminderTime(NIGHT, calendar, true).of(asked, deadline, Severity.NONE))
                .contains(reminder);
    }

    private static ClientCalendar calendar(ZoneId zone) {
        return new ClientCalendar(Calendar.NONE, HOURS, zone);
    }

    /** The teams of ours. */
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
        assertThat(new ReminderTime(NIGHT, calendar(ZoneId.of(zone)), false).of(asked, deadline, severity))
                .isEqualTo(Optional.ofNullable(reminder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Madrid", "America/Bogota", "America/New_York"})
    void isNeverOutOfHoursWheneverSomebodyIsAsked(String name) {
        var zone = ZoneId.of(name);
        var client = new ReminderTime(NIGHT, calendar(zone), true);
        var team = new ReminderTime(NIGHT, calendar(zone), false);
        var first = Instant.parse("2027-03-12T00:00:00Z");
        for (int hour = 0; hour < 24 * 20; hour++) {
            var asked = first.plus(Duration.ofHours(hour));
            for (int left = 1; left < 100; left += 7) {
                var deadline = asked.plus(Duration.ofHours(left));
                client.of(asked, deadline, Severity.NONE)
                        .map(moment -> moment.atZone(zone))
                        .ifPresent(local -> {
                            assertThat(local.getDayOfWeek()).isLessThan(DayOfWeek.SATURDAY);
                            assertThat(local.toLocalTime()).isBetween(LocalTime.of(8, 0), LocalTime.of(17, 59, 59));
                        });
                team.of(asked, deadline, Severity.NONE)
                        .map(moment -> moment.atZone(zone).toLocalTime())
                        .ifPresent(local -> assertThat(local).isBetween(LocalTime.of(8, 0), LocalTime.of(19, 59, 59)));
            }
        }
    }
}
