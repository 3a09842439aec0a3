package com.athento.deployment.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionAgeTest {

    @ParameterizedTest(name = "updated on {0}, {1} is {2}")
    @CsvSource({
        "2027-02-02, 2027-02-02, WEEK",
        "2027-01-26, 2027-02-02, WEEK",
        "2027-01-25, 2027-02-02, MONTH",
        "2027-01-02, 2027-02-02, MONTH",
        "2027-01-01, 2027-02-02, OLDER",
        "2027-01-31, 2027-02-28, MONTH",
        "2027-01-31, 2027-03-01, OLDER",
        "2028-01-31, 2028-02-29, MONTH",
        "2028-01-31, 2028-03-01, OLDER",
        "2027-02-28, 2027-03-28, MONTH",
        "2027-02-28, 2027-03-29, OLDER",
        "2027-12-31, 2028-01-31, MONTH",
        "2027-12-31, 2028-02-01, OLDER",
        "2027-02-03, 2027-02-02, WEEK",
        ",           2027-02-02, OLDER"
    })
    void isReadOffTheCalendar(LocalDate lastUpdate, LocalDate today, UpdateAge age) {
        assertThat(new VersionAge(Optional.ofNullable(lastUpdate), today).age()).isEqualTo(age);
    }
}
