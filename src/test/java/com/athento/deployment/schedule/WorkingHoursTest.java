package com.athento.deployment.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Monday to Friday, 08:00 to 18:00, in Madrid. */
class WorkingHoursTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    private final WorkingHours hours = new WorkingHours(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(8, 0), LocalTime.of(18, 0));

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
        assertThat(hours.endOfDay(moment.toInstant(), MADRID)).isEqualTo(end.toInstant());
    }

    @ParameterizedTest(name = "in the week of {0} work ends at {1}, and the week at {2}")
    @CsvSource({
        "2027-02-01T00:00:00+01:00, 2027-02-05T18:00:00+01:00, 2027-02-08T00:00:00+01:00",
        "2027-02-07T23:59:59+01:00, 2027-02-05T18:00:00+01:00, 2027-02-08T00:00:00+01:00",
        "2027-02-08T00:00:00+01:00, 2027-02-12T18:00:00+01:00, 2027-02-15T00:00:00+01:00"
    })
    void endsTheWeek(OffsetDateTime moment, OffsetDateTime work, OffsetDateTime week) {
        assertThat(hours.endOfWork(moment.toInstant(), MADRID)).isEqualTo(work.toInstant());
        assertThat(hours.endOfWeek(moment.toInstant(), MADRID)).isEqualTo(week.toInstant());
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
        assertThat(hours.over(moment.toInstant(), MADRID)).isEqualTo(work.toInstant());
        assertThat(hours.lastEnd(moment.toInstant(), MADRID)).isEqualTo(end.toInstant());
    }
}
