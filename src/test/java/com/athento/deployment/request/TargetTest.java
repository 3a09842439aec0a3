package com.athento.deployment.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.schedule.WorkingHours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** In Madrid, with the usual working hours. */
class TargetTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    private static final WorkingHours HOURS =
            new WorkingHours(
                    EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                    LocalTime.of(8, 0),
                    LocalTime.of(18, 0));

    @ParameterizedTest(name = "{0} after {1} is {2}")
    @CsvSource({
        "THIRTY_MINUTES, 2027-02-02T09:15:00+01:00, 2027-02-02T09:45:00+01:00",
        "TWO_HOURS,      2027-02-02T09:15:00+01:00, 2027-02-02T11:15:00+01:00",
        "TWO_HOURS,      2027-03-28T01:15:00+01:00, 2027-03-28T04:15:00+02:00",
        "END_OF_DAY,     2027-02-02T09:15:00+01:00, 2027-02-02T18:00:00+01:00",
        "END_OF_DAY,     2027-02-05T18:00:00+01:00, 2027-02-08T18:00:00+01:00",
        "END_OF_WEEK,    2027-02-01T09:15:00+01:00, 2027-02-05T18:00:00+01:00",
        "END_OF_WEEK,    2027-02-03T18:00:00+01:00, 2027-02-05T18:00:00+01:00",
        "END_OF_WEEK,    2027-02-03T18:00:01+01:00, 2027-02-12T18:00:00+01:00",
        "END_OF_WEEK,    2027-02-06T09:15:00+01:00, 2027-02-12T18:00:00+01:00",
        "END_OF_WEEK,    2027-03-27T09:15:00+01:00, 2027-04-02T18:00:00+02:00"
    })
    void isCountedFromTheReport(Target target, OffsetDateTime reported, OffsetDateTime moment) {
        assertThat(target.moment(Optional.of(reported.toInstant()), MADRID, HOURS))
                .contains(moment.toInstant());
    }

    @ParameterizedTest
    @EnumSource(
            value = Target.class,
            names = {"NEXT_UPDATE", "NONE"})
    void mayBeNoMoment(Target target) {
        var reported = OffsetDateTime.parse("2027-02-02T09:15:00+01:00").toInstant();
        assertThat(target.moment(Optional.of(reported), MADRID, HOURS)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Target.class)
    void needsAReport(Target target) {
        assertThat(target.moment(Optional.empty(), MADRID, HOURS)).isEmpty();
    }
}
