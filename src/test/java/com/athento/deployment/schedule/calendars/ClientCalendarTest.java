package com.athento.deployment.schedule.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Interval;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientCalendarTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    /** Monday to Friday, 08:00 to 18:00, in Madrid. */
    private final ClientCalendar usual = new ClientCalendar(
            Calendar.NONE,
            WeekHours.each(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(8, 0), LocalTime.of(18, 0)),
            MADRID);

    private static ClientCalendar always(String ranges, ZoneId zone) {
        var days = Stream.of(DayOfWeek.values())
                .collect(Collectors.toMap(day -> day, day -> WeekHours.ranges("hours", ranges)));
        return new ClientCalendar(Calendar.NONE, new WeekHours(days), zone);
    }

    private static Interval span(OffsetDateTime from, OffsetDateTime until) {
        return new Interval(from.toInstant(), until.toInstant());
    }

    @ParameterizedTest(name = "the day of {0} ends at {1}")
    @CsvSource({
        "2027-02-02T03:00:00+01:00, 2027-02-03T00:00:00+01:00",
        "2027-02-02T17:59:59+01:00, 2027-02-03T00:00:00+01:00",
        "2027-02-02T18:00:00+01:00, 2027-02-04T00:00:00+01:00",
        "2027-02-05T18:00:00+01:00, 2027-02-09T00:00:00+01:00",
        "2027-02-06T10:00:00+01:00, 2027-02-09T00:00:00+01:00",
        "2027-03-27T10:00:00+01:00, 2027-03-30T00:00:00+02:00"
    })
    void endsTheDay(OffsetDateTime moment, OffsetDateTime end) {
        assertThat(usual.endOfDay(moment.toInstant())).isEqualTo(end.toInstant());
    }

    @ParameterizedTest(name = "in the week of {0} work ends at {1}, and the week at {2}")
    @CsvSource({
        "2027-02-01T00:00:00+01:00, 2027-02-05T18:00:00+01:00, 2027-02-08T00:00:00+01:00",
        "2027-02-07T23:59:59+01:00, 2027-02-05T18:00:00+01:00, 2027-02-08T00:00:00+01:00",
        "2027-02-08T00:00:00+01:00, 2027-02-12T18:00:00+01:00, 2027-02-15T00:00:00+01:00"
    })
    void endsTheWeek(OffsetDateTime moment, OffsetDateTime work, OffsetDateTime week) {
        assertThat(usual.endOfWork(moment.toInstant())).contains(work.toInstant());
        assertThat(usual.endOfWeek(moment.toInstant())).isEqualTo(week.toInstant());
    }

    @ParameterizedTest(name = "{0}: somebody works at {1}, and work ended at {2}")
    @CsvSource({
        "2027-02-02T07:59:59+01:00, 2027-02-02T08:00:00+01:00, 2027-02-01T18:00:00+01:00",
        "2027-02-02T08:00:00+01:00, 2027-02-02T08:00:00+01:00, 2027-02-01T18:00:00+01:00",
        "2027-02-02T17:59:59+01:00, 2027-02-02T17:59:59+01:00, 2027-02-01T18:00:00+01:00",
        "2027-02-02T18:00:00+01:00, 2027-02-03T08:00:00+01:00, 2027-02-02T18:00:00+01:00",
        "2027-02-07T08:00:00+01:00, 2027-02-08T08:00:00+01:00, 2027-02-05T18:00:00+01:00",
        "2027-03-28T08:00:00+02:00, 2027-03-29T08:00:00+02:00, 2027-03-26T18:00:00+01:00"
    })
    void leadsOverFreeTime(OffsetDateTime moment, OffsetDateTime work, OffsetDateTime end) {
        assertThat(usual.over(moment.toInstant())).contains(work.toInstant());
        assertThat(usual.last(moment.toInstant()).map(Interval::end)).contains(end.toInstant());
    }

    @ParameterizedTest(name = "{0}: somebody works at {1}, and work ended at {2}")
    @CsvSource({
        "2027-02-02T13:59:59+01:00, 2027-02-02T13:59:59+01:00, 2027-02-01T19:00:00+01:00",
        "2027-02-02T14:00:00+01:00, 2027-02-02T16:00:00+01:00, 2027-02-02T14:00:00+01:00",
        "2027-02-02T15:59:59+01:00, 2027-02-02T16:00:00+01:00, 2027-02-02T14:00:00+01:00",
        "2027-02-02T19:00:00+01:00, 2027-02-03T08:00:00+01:00, 2027-02-02T19:00:00+01:00"
    })
    void leadsOverTheBreakAtNoon(OffsetDateTime moment, OffsetDateTime work, OffsetDateTime end) {
        var hours = always("16:00-19:00, 08:00-14:00", MADRID);

        assertThat(hours.over(moment.toInstant())).contains(work.toInstant());
        assertThat(hours.last(moment.toInstant()).map(Interval::end)).contains(end.toInstant());
    }

    /** Both sides of both ends, to the second. */
    @ParameterizedTest(name = "{0} until {1} is worked: {2}")
    @CsvSource({
        "2027-02-02T07:00:00+01:00, 2027-02-02T08:00:00+01:00, false",
        "2027-02-02T07:00:00+01:00, 2027-02-02T08:00:01+01:00, true",
        "2027-02-02T17:59:59+01:00, 2027-02-02T19:00:00+01:00, true",
        "2027-02-02T18:00:00+01:00, 2027-02-02T19:00:00+01:00, false",
        "2027-02-05T18:00:00+01:00, 2027-02-08T08:00:00+01:00, false",
        "2027-02-05T18:00:00+01:00, 2027-02-08T08:00:01+01:00, true"
    })
    void isHalfOpen(OffsetDateTime from, OffsetDateTime until, boolean worked) {
        assertThat(usual.isWorkedDuring(span(from, until))).isEqualTo(worked);
        assertThat(usual.worked(span(from, until)).isEmpty()).isNotEqualTo(worked);
    }

    /** In the small hours of a Sunday in March two is three, and of one in October three is two once more. */
    @ParameterizedTest(name = "{0} of {1} takes {2}")
    @CsvSource({
        "01:00-04:00, 2027-03-28, PT2H",
        "02:00-03:00, 2027-03-28, PT0S",
        "02:30-03:30, 2027-03-28, PT30M",
        "01:30-02:30, 2027-03-28, PT30M",
        "00:00-24:00, 2027-03-28, PT23H",
        "01:00-04:00, 2027-10-31, PT4H",
        "02:00-03:00, 2027-10-31, PT2H",
        "02:30-03:30, 2027-10-31, PT1H30M",
        "01:30-02:30, 2027-10-31, PT1H30M",
        "00:00-24:00, 2027-10-31, PT25H",
        "00:00-24:00, 2027-10-30, PT24H"
    })
    void shrinksAndGrowsWithTheNight(String range, LocalDate day, Duration length) {
        var span = new Interval(
                day.atStartOfDay(MADRID).toInstant(),
                day.plusDays(1).atStartOfDay(MADRID).toInstant());

        assertThat(always(range, MADRID).worked(span).stream()
                        .map(worked -> Duration.between(worked.start(), worked.end()))
                        .reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(length);
    }

    @Test
    void makesOneOfWholeDays() {
        var week = span(
                OffsetDateTime.parse("2027-02-01T10:00:00+01:00"), OffsetDateTime.parse("2027-02-08T10:00:00+01:00"));

        assertThat(always("00:00-24:00", MADRID).worked(week)).containsExactly(week);
    }

    @ParameterizedTest(name = "{0} is free: {1}, {2}")
    @CsvSource({
        "2027-12-23, false,",
        "2027-12-24, true, Navidad",
        "2027-12-25, true, Navidad",
        "2027-12-31, true, Navidad",
        "2028-01-03, false,",
        "2028-01-06, true, Epiphany",
        "2028-01-08, true,",
        "2027-05-03, true, Regional holiday"
    })
    void isFreeOnHolidaysAndClosedDays(LocalDate day, boolean free, String name) {
        var calendar = new ClientCalendar(
                new Calendar(
                        Optional.empty(),
                        Optional.of(Region.read("holidays", "ES-MD")),
                        List.of(new ClosedDays(
                                LocalDate.parse("2027-12-24"), LocalDate.parse("2027-12-31"), "Navidad")),
                        List.of()),
                usual.hours(),
                MADRID);

        assertThat(calendar.isFree(day)).isEqualTo(free);
        assertThat(calendar.freeDays(day, day.plusDays(1))).isEqualTo(name == null ? Map.of() : Map.of(day, name));
        assertThat(calendar.isWorkedDuring(
                        Interval.of(day.atTime(8, 0).atZone(MADRID).toInstant(), Duration.ofHours(8))))
                .isNotEqualTo(free);
    }

    /** Nothing waits for ever: what would, is answered without work, as it says there. */
    @ParameterizedTest
    @ValueSource(strings = {"Europe/Madrid", "America/Bogota"})
    void knowsWhoNeverWorks(String zone) {
        var never = new ClientCalendar(Calendar.NONE, new WeekHours(Map.of()), ZoneId.of(zone));
        var noon = LocalDate.parse("2027-02-02").atTime(12, 0).atZone(ZoneId.of(zone));

        assertThat(never.over(noon.toInstant())).isEmpty();
        assertThat(never.last(noon.toInstant())).isEmpty();
        assertThat(never.endOfWork(noon.toInstant())).isEmpty();
        assertThat(never.endOfDay(noon.toInstant()))
                .isEqualTo(noon.plusHours(12).toInstant());
    }
}
