package com.athento.deployment.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.athento.deployment.process.Refused;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two nights of Madrid, and what comes in another shape. */
class ClientTimeTest {

    @ParameterizedTest(name = "{0} in {1} with offset {2} is {3}")
    @CsvSource({
        "2027-01-15T22:00,    Europe/Madrid,  ,       2027-01-15T21:00:00Z",
        "2027-01-15T22:00,    Europe/Madrid,  +01:00, 2027-01-15T21:00:00Z",
        "2027-01-15T22:00:00, Europe/Madrid,  ,       2027-01-15T21:00:00Z",
        "2027-01-15T22:00,    America/Bogota, ,       2027-01-16T03:00:00Z",
        "2027-03-28T01:59,    Europe/Madrid,  ,       2027-03-28T00:59:00Z",
        "2027-03-28T03:00,    Europe/Madrid,  ,       2027-03-28T01:00:00Z",
        "2027-10-31T01:59,    Europe/Madrid,  ,       2027-10-30T23:59:00Z",
        "2027-10-31T02:00,    Europe/Madrid,  +02:00, 2027-10-31T00:00:00Z",
        "2027-10-31T02:30,    Europe/Madrid,  +02:00, 2027-10-31T00:30:00Z",
        "2027-10-31T02:30,    Europe/Madrid,  +01:00, 2027-10-31T01:30:00Z",
        "2027-10-31T02:59,    Europe/Madrid,  +01:00, 2027-10-31T01:59:00Z",
        "2027-10-31T03:00,    Europe/Madrid,  ,       2027-10-31T02:00:00Z",
        "2027-10-31T01:30,    Europe/London,  Z,      2027-10-31T01:30:00Z"
    })
    void existsOnce(String local, ZoneId zone, String offset, Instant instant) {
        assertThat(read(local, zone, offset).instant()).isEqualTo(instant);
    }

    @ParameterizedTest(name = "{0} in {1} with offset {2}")
    @CsvSource(delimiter = '|', textBlock = """
            2027-03-28T02:00 | Europe/Madrid | | at: '2027-03-28T02:00' does not exist in Europe/Madrid, where clocks go forward then; give 2027-03-28T03:00 or later
            2027-03-28T02:59 | Europe/Madrid | | at: '2027-03-28T02:59' does not exist in Europe/Madrid, where clocks go forward then; give 2027-03-28T03:00 or later
            2027-10-31T02:00 | Europe/Madrid | | at: '2027-10-31T02:00' exists twice in Europe/Madrid, where clocks go back then; give offset, too: +02:00 or +01:00
            2027-10-31T01:30 | Europe/London | | at: '2027-10-31T01:30' exists twice in Europe/London, where clocks go back then; give offset, too: +01:00 or +00:00
            2027-10-31T02:30 | Europe/Madrid | +03:00 | offset: '+03:00' is not the offset of 2027-10-31T02:30 in Europe/Madrid; give +02:00 or +01:00
            2027-01-15T22:00 | Europe/Madrid | +02:00 | offset: '+02:00' is not the offset of 2027-01-15T22:00 in Europe/Madrid; give +01:00 or leave it out
            2027-01-15T22:00 | Europe/Madrid | one | offset: 'one' is not the offset of 2027-01-15T22:00 in Europe/Madrid; give +01:00 or leave it out
            2027-01-15 22:00 | Europe/Madrid | | at: '2027-01-15 22:00' is not a local time; give one to the minute, such as 2027-01-15T22:00
            2027-01-15T22:00:30 | Europe/Madrid | | at: '2027-01-15T22:00:30' is not a local time; give one to the minute, such as 2027-01-15T22:00
            2027-02-29T22:00 | Europe/Madrid | | at: '2027-02-29T22:00' is not a local time; give one to the minute, such as 2027-01-15T22:00
            2027-01-15T24:00 | Europe/Madrid | | at: '2027-01-15T24:00' is not a local time; give one to the minute, such as 2027-01-15T22:00
            2027-01-15T22:00+01:00 | Europe/Madrid | | at: '2027-01-15T22:00+01:00' is not a local time; give one to the minute, such as 2027-01-15T22:00
            +12027-01-15T22:00 | Europe/Madrid | | at: '+12027-01-15T22:00' is not a local time; give one to the minute, such as 2027-01-15T22:00
            """)
    void isRefused(String local, ZoneId zone, String offset, String sentence) {
        assertThatThrownBy(() -> read(local, zone, offset))
                .isInstanceOf(Refused.class)
                .hasMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource({"2027-10-31T02:30, true", "2027-10-31T03:00, false"})
    void knowsWhetherItExistsTwice(String local, boolean twice) {
        var madrid = ZoneId.of("Europe/Madrid");
        assertThat(read(local, madrid, twice ? "+01:00" : null).existsTwice()).isEqualTo(twice);
    }

    private static ClientTime read(String local, ZoneId zone, String offset) {
        return ClientTime.read("at", local, zone, Optional.of("offset"), Optional.ofNullable(offset));
    }
}
