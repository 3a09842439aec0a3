package com.athento.deployment.schedule.calendars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.athento.deployment.process.Refused;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurrenceTest {

    private static final LocalDateTime FIRST = MaintenanceWindow.SINCE.atTime(22, 0);

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource(delimiter = '|', textBlock = """
            nonsense | is no rule of RFC 5545; give one such as FREQ=MONTHLY;BYDAY=3SA
            '' | is no rule of RFC 5545; give one such as FREQ=MONTHLY;BYDAY=3SA
            every third Saturday | is no rule of RFC 5545; give one such as FREQ=MONTHLY;BYDAY=3SA
            BYDAY=SA | is no rule of RFC 5545; give one such as FREQ=MONTHLY;BYDAY=3SA
            RRULE:FREQ=WEEKLY | is no rule of RFC 5545; give one such as FREQ=MONTHLY;BYDAY=3SA
            FREQ=FORTNIGHTLY | is no rule of RFC 5545; give one such as FREQ=MONTHLY;BYDAY=3SA
            FREQ=WEEKLY;BYDAY=XX | is no rule of RFC 5545; give one such as FREQ=MONTHLY;BYDAY=3SA
            FREQ=WEEKLY;BYDAY= | is no rule of RFC 5545; give one such as FREQ=MONTHLY;BYDAY=3SA
            FREQ=WEEKLY;UNTIL=2020 | is no rule of RFC 5545; give one such as FREQ=MONTHLY;BYDAY=3SA
            FREQ=WEEKLY;INTERVAL=9999999999 | is no rule of RFC 5545; give one such as FREQ=MONTHLY;BYDAY=3SA
            FREQ=WEEKLY;FREQ=DAILY | has a part twice; give each once, with commas in it, such as BYDAY=SA,SU
            FREQ=WEEKLY;DAY=SA | has DAY, which RFC 5545 does not know; give a rule such as FREQ=MONTHLY;BYDAY=3SA
            FREQ=MINUTELY | returns more often than once a day; give FREQ=DAILY, WEEKLY, MONTHLY or YEARLY, without BYHOUR, BYMINUTE and BYSECOND
            FREQ=SECONDLY | returns more often than once a day; give FREQ=DAILY, WEEKLY, MONTHLY or YEARLY, without BYHOUR, BYMINUTE and BYSECOND
            FREQ=HOURLY;INTERVAL=48 | returns more often than once a day; give FREQ=DAILY, WEEKLY, MONTHLY or YEARLY, without BYHOUR, BYMINUTE and BYSECOND
            FREQ=DAILY;BYHOUR=1,2 | returns more often than once a day; give FREQ=DAILY, WEEKLY, MONTHLY or YEARLY, without BYHOUR, BYMINUTE and BYSECOND
            FREQ=DAILY;BYMINUTE=0 | returns more often than once a day; give FREQ=DAILY, WEEKLY, MONTHLY or YEARLY, without BYHOUR, BYMINUTE and BYSECOND
            FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30 | names no day until 2100; give one that happens, such as FREQ=MONTHLY;BYDAY=3SA
            FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30 | names no day until 2100; give one that happens, such as FREQ=MONTHLY;BYDAY=3SA
            FREQ=MONTHLY;BYDAY=6SA | names no day until 2100; give one that happens, such as FREQ=MONTHLY;BYDAY=3SA
            FREQ=YEARLY;INTERVAL=100;BYMONTH=2;BYMONTHDAY=31 | names no day until 2100; give one that happens, such as FREQ=MONTHLY;BYDAY=3SA
            FREQ=WEEKLY;INTERVAL=0 | has a number of INTERVAL that is out of range; give 1 to 1000
            FREQ=WEEKLY;INTERVAL=1001 | has a number of INTERVAL that is out of range; give 1 to 1000
            FREQ=WEEKLY;COUNT=0 | has a number of COUNT that is out of range; give 1 to 2147483647
            FREQ=YEARLY;BYMONTH=13 | has a number of BYMONTH that is out of range; give 1 to 12
            FREQ=MONTHLY;BYMONTHDAY=32 | has a number of BYMONTHDAY that is out of range; give 1 to 31
            FREQ=MONTHLY;BYMONTHDAY=-32 | has a number of BYMONTHDAY that is out of range; give 1 to 31
            FREQ=YEARLY;BYYEARDAY=367 | has a number of BYYEARDAY that is out of range; give 1 to 366
            FREQ=WEEKLY;COUNT=2;UNTIL=20271231 | has COUNT, which is not possible with UNTIL; leave one out
            FREQ=WEEKLY;BYDAY=3SA | has BYDAY=3, which is not possible with WEEKLY; leave one out
            FREQ=WEEKLY;BYMONTHDAY=13 | has BYMONTHDAY, which is not possible with WEEKLY; leave one out
            FREQ=MONTHLY;BYWEEKNO=3 | has BYWEEKNO, which is not possible with MONTHLY; leave one out
            FREQ=DAILY;BYYEARDAY=3 | has BYYEARDAY, which is not possible with DAILY; leave one out
            """)
    void refusesWhatIsNoRule(String rule, String whatIsRight) {
        assertThatThrownBy(() -> Recurrence.read("rule", rule))
                .isInstanceOf(Refused.class)
                .hasMessage("rule: '%s' %s", rule, whatIsRight);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            FREQ=MONTHLY;BYDAY=3SA | 2027-01-16 2027-02-20 2027-03-20
            freq=monthly;byday=-1su | 2027-01-31 2027-02-28 2027-03-28
            FREQ=WEEKLY;INTERVAL=4;BYDAY=SA,SU | 2027-01-02 2027-01-03 2027-01-30 2027-01-31 2027-02-27 2027-02-28 2027-03-27 2027-03-28
            FREQ=MONTHLY | 2027-01-01 2027-02-01 2027-03-01
            FREQ=YEARLY;BYWEEKNO=6;BYDAY=FR | 2027-02-12
            FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 | 2027-01-29 2027-02-26 2027-03-31
            FREQ=DAILY;INTERVAL=30 | 2027-01-15 2027-02-14 2027-03-16
            FREQ=MONTHLY;UNTIL=20270201 | 2027-01-01 2027-02-01
            FREQ=MONTHLY;UNTIL=20270131 | 2027-01-01
            FREQ=MONTHLY;UNTIL=20270201T220000 | 2027-01-01 2027-02-01
            FREQ=MONTHLY;UNTIL=20270201T220000Z | 2027-01-01 2027-02-01
            FREQ=MONTHLY;UNTIL=20270201T215959Z | 2027-01-01
            FREQ=MONTHLY;COUNT=38 | 2027-01-01 2027-02-01
            FREQ=MONTHLY;BYMONTHDAY=31 | 2027-01-31 2027-03-31
            """)
    void returns(String rule, String days) {
        assertThat(Recurrence.read("rule", rule)
                        .starts(
                                FIRST,
                                LocalDateTime.parse("2027-01-01T00:00"),
                                LocalDateTime.parse("2027-04-01T00:00")))
                .extracting(start -> start.toLocalDate().toString())
                .containsExactly(days.split(" "));
    }

    @ParameterizedTest(name = "from {0} until {1}: {2}")
    @CsvSource({
        "2027-01-16T22:00, 2027-01-16T22:00:01, 1",
        "2027-01-16T22:00:01, 2027-02-20T22:00, 0",
        "2027-01-16T21:59:59, 2027-01-16T22:00, 0",
        "2027-01-16T22:00, 2027-02-20T22:00:01, 2"
    })
    void isAskedForAHalfOpenSpan(LocalDateTime from, LocalDateTime until, int times) {
        assertThat(Recurrence.read("rule", "FREQ=MONTHLY;BYDAY=3SA").starts(FIRST, from, until))
                .hasSize(times)
                .allMatch(start -> start.toLocalTime().equals(FIRST.toLocalTime()));
    }

    /** Which week an interval counts from, the day says from which it does. */
    @Test
    void countsFromItsFirstDay() {
        var everyOther = Recurrence.read("rule", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA");
        var from = LocalDate.parse("2027-01-01").atStartOfDay();

        assertThat(everyOther.starts(LocalDate.parse("2026-12-05").atStartOfDay(), from, from.plusWeeks(2)))
                .containsExactly(LocalDate.parse("2027-01-02").atStartOfDay());
        assertThat(everyOther.starts(LocalDate.parse("2026-12-12").atStartOfDay(), from, from.plusWeeks(2)))
                .containsExactly(LocalDate.parse("2027-01-09").atStartOfDay());
    }

    @Test
    void isOverAfterItsLastTime() {
        assertThat(Recurrence.read("rule", "FREQ=WEEKLY;UNTIL=20231231").happens(FIRST))
                .isFalse();
        assertThat(Recurrence.read("rule", "FREQ=WEEKLY;UNTIL=20240101").happens(FIRST))
                .isTrue();
    }

    @Test
    void looksFarAheadInNoTime() {
        var daily = Recurrence.read("rule", "FREQ=DAILY;COUNT=2147483647");
        var from = LocalDate.parse("2099-01-01").atStartOfDay();

        assertThat(Assertions.assertTimeout(Duration.ofSeconds(10), () -> daily.starts(FIRST, from, from.plusDays(3))))
                .hasSize(3);
    }
}
