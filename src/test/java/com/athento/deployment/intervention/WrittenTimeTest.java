package com.athento.deployment.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTimeTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"2027-01-15T22:00, 2027-01-15T22:00", "2027-01-15T22:00:00, 2027-01-15T22:00"})
    void isATimeToTheMinute(String text, LocalDateTime time) {
        assertThat(WrittenTime.read(text)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-01-15T22:00:30",
                "2027-01-15 22:00",
                "2027-02-29T22:00",
                "2027-01-15T24:00",
                "2027-01-15T22:00Z",
                "+12027-01-15T22:00",
                "2027-01-15",
                ""
            })
    void isNoTime(String text) {
        assertThat(WrittenTime.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-10-05", "2028-02-29"})
    void isADay(String text) {
        assertThat(WrittenDay.read(text)).contains(LocalDate.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-29", "5.10.2026", "+12026-10-05", "-2026-10-05", "2026-10-05T22:00", ""})
    void isNoDay(String text) {
        assertThat(WrittenDay.read(text)).isEmpty();
    }
}
