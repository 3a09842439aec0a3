package com.athento.deployment.schedule.calendars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.athento.deployment.process.Refused;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeekHoursTest {

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource(delimiter = '|', textBlock = """
            08:00-14:00, 16:00-19:00 | 08:00-14:00, 16:00-19:00
            16:00-19:00,08:00-14:00 | 08:00-14:00, 16:00-19:00
            00:00-24:00 | 00:00-24:00
            08:00 - 18:00 | 08:00-18:00
            08:00-12:00, 12:00-18:00 | 08:00-12:00, 12:00-18:00
            23:59-24:00 | 23:59-24:00
            """)
    void readsRanges(String text, String ranges) {
        assertThat(WeekHours.ranges("MONDAY", text))
                .extracting(DayRange::toString)
                .containsExactly(ranges.split(", "));
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource(delimiter = '|', textBlock = """
            18:00-08:00 | has 18:00-08:00, which ends before it begins; a range ends on the same day, such as 08:00-18:00, and what passes midnight is one until 24:00 and one from 00:00 on
            08:00-08:00 | has 08:00-08:00, which ends before it begins; a range ends on the same day, such as 08:00-18:00, and what passes midnight is one until 24:00 and one from 00:00 on
            24:00-24:00 | has 24:00-24:00, which ends before it begins; a range ends on the same day, such as 08:00-18:00, and what passes midnight is one until 24:00 and one from 00:00 on
            08:00-14:00, 13:59-19:00 | has 08:00-14:00 and 13:59-19:00, which overlap; give each time once
            08:00-19:00, 09:00-10:00 | has 08:00-19:00 and 09:00-10:00, which overlap; give each time once
            8:00-14:00 | is no list of ranges; give HH:mm-HH:mm, several with commas, such as 08:00-14:00, 16:00-19:00
            08:00-24:01 | is no list of ranges; give HH:mm-HH:mm, several with commas, such as 08:00-14:00, 16:00-19:00
            08:60-14:00 | is no list of ranges; give HH:mm-HH:mm, several with commas, such as 08:00-14:00, 16:00-19:00
            08:00 | is no list of ranges; give HH:mm-HH:mm, several with commas, such as 08:00-14:00, 16:00-19:00
            08:00-10:00-12:00 | is no list of ranges; give HH:mm-HH:mm, several with commas, such as 08:00-14:00, 16:00-19:00
            08:00-14:00, | is no list of ranges; give HH:mm-HH:mm, several with commas, such as 08:00-14:00, 16:00-19:00
            '' | is no list of ranges; give HH:mm-HH:mm, several with commas, such as 08:00-14:00, 16:00-19:00
            free | is no list of ranges; give HH:mm-HH:mm, several with commas, such as 08:00-14:00, 16:00-19:00
            """)
    void refusesWhatIsNone(String text, String whatIsRight) {
        assertThatThrownBy(() -> WeekHours.ranges("MONDAY", text))
                .isInstanceOf(Refused.class)
                .hasMessage("MONDAY: '%s' %s", text, whatIsRight);
    }

    @Test
    void takesSoManyAndNoMore() {
        var twelve = "00:00-00:01, 00:02-00:03, 00:04-00:05, 00:06-00:07, 00:08-00:09, 00:10-00:11, "
                + "01:00-01:01, 01:02-01:03, 01:04-01:05, 01:06-01:07, 01:08-01:09, 01:10-01:11";

        assertThat(WeekHours.ranges("MONDAY", twelve)).hasSize(12);
        assertThatThrownBy(() -> WeekHours.ranges("MONDAY", twelve + ", 02:00-02:01"))
                .hasMessageContaining("has 13 ranges; at most 12 are possible");
    }

    @Test
    void isWrittenInTheOrderOfTheWeek() {
        var hours = new WeekHours(Map.of(
                DayOfWeek.SATURDAY, WeekHours.ranges("SATURDAY", "09:00-13:00"),
                DayOfWeek.MONDAY, WeekHours.ranges("MONDAY", "16:00-19:00, 08:00-14:00")));

        assertThat(hours.text()).hasToString("{MONDAY=08:00-14:00, 16:00-19:00, SATURDAY=09:00-13:00}");
        assertThat(hours.on(DayOfWeek.SUNDAY)).isEqualTo(List.of());
    }
}
