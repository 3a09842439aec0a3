package com.athento.deployment.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.schedule.calendars.Calendar;
import com.athento.deployment.schedule.calendars.ClientCalendar;
import com.athento.deployment.schedule.calendars.WeekHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartTimesTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    private static final WeekHours HOURS =
            WeekHours.each(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(8, 0), LocalTime.of(18, 0));

    private final StartTimes times = new StartTimes(new StartTolerance(Duration.ofMinutes(30)), null);

    @ParameterizedTest(name = "{0} for {1} min: until {2}")
    @CsvSource({
        // The tolerance, on a free day and in the evening.
        "2027-02-06T22:00, 45, 2027-02-06T22:30:00",
        "2027-02-08T18:00, 60, 2027-02-08T18:30:00",
        "2027-02-08T23:50, 45, 2027-02-09T00:20:00",
        // Work begins at eight: the minute in which it can still end in time, or the tolerance.
        "2027-02-08T06:45, 45, 2027-02-08T07:15:00",
        "2027-02-08T06:46, 45, 2027-02-08T07:15:59",
        "2027-02-08T07:10, 45, 2027-02-08T07:15:59",
        "2027-02-08T07:15, 45, 2027-02-08T07:15:59",
        // It was agreed that it takes of the working hours.
        "2027-02-08T07:16, 45, 2027-02-08T07:46:00",
        "2027-02-08T12:00, 45, 2027-02-08T12:30:00"
    })
    void endsWithTheToleranceOrWhereWorkBegins(LocalDateTime start, int minutes, LocalDateTime until) {
        assertThat(latest(start, minutes, HOURS)).isEqualTo(until.atZone(MADRID).toInstant());
    }

    @Test
    void isTheToleranceWhereTheClientNeverWorks() {
        assertThat(latest(LocalDateTime.parse("2027-02-08T07:00"), 60, new WeekHours(Map.of())))
                .isEqualTo(
                        LocalDateTime.parse("2027-02-08T07:30").atZone(MADRID).toInstant());
    }

    private Instant latest(LocalDateTime start, int minutes, WeekHours hours) {
        return times.latest(
                start.atZone(MADRID).toInstant(), minutes, new ClientCalendar(Calendar.NONE, hours, MADRID));
    }
}
