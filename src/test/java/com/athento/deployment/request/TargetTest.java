package com.athento.deployment.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.schedule.calendars.Calendar;
import com.athento.deployment.schedule.calendars.ClientCalendar;
import com.athento.deployment.schedule.calendars.ClosedDays;
import com.athento.deployment.schedule.calendars.WeekHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** With the usual working hours, against the table of section 9. */
class TargetTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    private static final WeekHours HOURS =
            WeekHours.each(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(8, 0), LocalTime.of(18, 0));

    @ParameterizedTest(name = "{1}, {2}: before {3} in {0}")
    @CsvSource({
        // Blocker: as soon as possible, in less than 30 minutes. Critical: in less than 2 hours.
        "Europe/Madrid,  THIRTY_MINUTES, 2027-02-02T09:15:00+01:00, 2027-02-02T09:45:00+01:00",
        "Europe/Madrid,  THIRTY_MINUTES, 2027-02-06T23:45:00+01:00, 2027-02-07T00:15:00+01:00",
        "Europe/Madrid,  TWO_HOURS,      2027-02-02T09:15:00+01:00, 2027-02-02T11:15:00+01:00",
        "Europe/Madrid,  TWO_HOURS,      2027-03-28T01:15:00+01:00, 2027-03-28T04:15:00+02:00",
        "Europe/Madrid,  TWO_HOURS,      2027-10-31T01:15:00+02:00, 2027-10-31T02:15:00+01:00",
        // Major: planned, at the end of the day; after the client's hours the day is the next one.
        "Europe/Madrid,  END_OF_DAY,     2027-02-02T00:00:00+01:00, 2027-02-03T00:00:00+01:00",
        "Europe/Madrid,  END_OF_DAY,     2027-02-02T09:15:00+01:00, 2027-02-03T00:00:00+01:00",
        "Europe/Madrid,  END_OF_DAY,     2027-02-02T17:59:59+01:00, 2027-02-03T00:00:00+01:00",
        "Europe/Madrid,  END_OF_DAY,     2027-02-02T18:00:00+01:00, 2027-02-04T00:00:00+01:00",
        "Europe/Madrid,  END_OF_DAY,     2027-02-02T23:59:59+01:00, 2027-02-04T00:00:00+01:00",
        "Europe/Madrid,  END_OF_DAY,     2027-02-05T17:59:59+01:00, 2027-02-06T00:00:00+01:00",
        "Europe/Madrid,  END_OF_DAY,     2027-02-05T18:00:00+01:00, 2027-02-09T00:00:00+01:00",
        "Europe/Madrid,  END_OF_DAY,     2027-02-07T12:00:00+01:00, 2027-02-09T00:00:00+01:00",
        "America/Bogota, END_OF_DAY,     2027-02-02T22:59:59Z,      2027-02-03T05:00:00Z",
        "America/Bogota, END_OF_DAY,     2027-02-02T23:00:00Z,      2027-02-04T05:00:00Z",
        "Asia/Tokyo,     END_OF_DAY,     2027-02-02T01:00:00Z,      2027-02-02T15:00:00Z",
        "Asia/Beirut,    END_OF_DAY,     2027-03-26T09:00:00Z,      2027-03-26T22:00:00Z",
        // Minor: planned, at the end of the week; the next one where less than 48 h are left of
        // this week's work.
        "Europe/Madrid,  END_OF_WEEK,    2027-02-01T00:00:00+01:00, 2027-02-08T00:00:00+01:00",
        "Europe/Madrid,  END_OF_WEEK,    2027-02-03T18:00:00+01:00, 2027-02-08T00:00:00+01:00",
        "Europe/Madrid,  END_OF_WEEK,    2027-02-03T18:00:01+01:00, 2027-02-15T00:00:00+01:00",
        "Europe/Madrid,  END_OF_WEEK,    2027-02-06T09:15:00+01:00, 2027-02-15T00:00:00+01:00",
        "Europe/Madrid,  END_OF_WEEK,    2027-02-07T23:59:59+01:00, 2027-02-15T00:00:00+01:00",
        "Europe/Madrid,  END_OF_WEEK,    2027-03-22T09:15:00+01:00, 2027-03-29T00:00:00+02:00",
        "Europe/Madrid,  END_OF_WEEK,    2027-03-27T09:15:00+01:00, 2027-04-05T00:00:00+02:00",
        "America/Bogota, END_OF_WEEK,    2027-02-03T23:00:00Z,      2027-02-08T05:00:00Z",
        "America/Bogota, END_OF_WEEK,    2027-02-03T23:00:01Z,      2027-02-15T05:00:00Z"
    })
    void isCountedFromTheReport(String zone, Target target, OffsetDateTime reported, OffsetDateTime moment) {
        assertThat(target.moment(
                        Optional.of(reported.toInstant()), new ClientCalendar(Calendar.NONE, HOURS, ZoneId.of(zone))))
                .contains(moment.toInstant());
    }

    /** The week of 8 February is closed, and so is the Monday after it. */
    @ParameterizedTest(name = "{0}, {1}: before {2}")
    @CsvSource({
        "END_OF_DAY,  2027-02-05T17:59:59+01:00, 2027-02-06T00:00:00+01:00",
        "END_OF_DAY,  2027-02-05T18:00:00+01:00, 2027-02-17T00:00:00+01:00",
        "END_OF_DAY,  2027-02-10T09:15:00+01:00, 2027-02-17T00:00:00+01:00",
        "END_OF_WEEK, 2027-02-03T18:00:00+01:00, 2027-02-08T00:00:00+01:00",
        "END_OF_WEEK, 2027-02-08T09:15:00+01:00, 2027-02-22T00:00:00+01:00"
    })
    void passesOverClosedDays(Target target, OffsetDateTime reported, OffsetDateTime moment) {
        var closed = new ClosedDays(LocalDate.parse("2027-02-08"), LocalDate.parse("2027-02-15"), "Fair");
        var calendar = new Calendar(Optional.empty(), Optional.empty(), List.of(closed), List.of());

        assertThat(target.moment(Optional.of(reported.toInstant()), new ClientCalendar(calendar, HOURS, MADRID)))
                .contains(moment.toInstant());
    }

    /** What never ends with work ends with the calendar's day and week. */
    @ParameterizedTest(name = "{0}: before {1}")
    @CsvSource({"END_OF_DAY, 2027-02-03T00:00:00+01:00", "END_OF_WEEK, 2027-02-15T00:00:00+01:00"})
    void doesNotWaitForWorkThatNeverComes(Target target, OffsetDateTime moment) {
        var reported = OffsetDateTime.parse("2027-02-02T09:15:00+01:00").toInstant();
        var calendar = new ClientCalendar(Calendar.NONE, new WeekHours(Map.of()), MADRID);

        assertThat(target.moment(Optional.of(reported), calendar)).contains(moment.toInstant());
    }

    @ParameterizedTest
    @EnumSource(
            value = Target.class,
            names = {"NEXT_UPDATE", "NONE"})
    void mayBeNoMoment(Target target) {
        var reported = OffsetDateTime.parse("2027-02-02T09:15:00+01:00").toInstant();
        assertThat(target.moment(Optional.of(reported), new ClientCalendar(Calendar.NONE, HOURS, MADRID)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Target.class)
    void needsAReport(Target target) {
        assertThat(target.moment(Optional.empty(), new ClientCalendar(Calendar.NONE, HOURS, MADRID)))
                .isEmpty();
    }
}
