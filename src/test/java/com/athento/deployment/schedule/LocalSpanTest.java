package com.athento.deployment.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Interval;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalSpanTest {

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        "2027-01-15T21:00:00Z, 2027-01-15T21:45:00Z, 2027-01-15 22:00–22:45, 22:00–22:45",
        "2027-01-15T22:30:00Z, 2027-01-15T23:00:00Z, 2027-01-15 23:30–2027-01-16 00:00, 23:30–24:00",
        "2027-01-15T22:30:00Z, 2027-01-15T23:15:00Z, 2027-01-15 23:30–2027-01-16 00:15, 23:30–00:15",
        // The night in which clocks go forward.
        "2027-03-28T00:30:00Z, 2027-03-28T01:15:00Z, 2027-03-28 01:30–03:15, 01:30–03:15"
    })
    void isWrittenAsTheClientsClockShowsIt(Instant start, Instant end, String text, String hours) {
        var span = new LocalSpan(new Interval(start, end), ZoneId.of("Europe/Madrid"));

        assertThat(span.text()).isEqualTo(text);
        assertThat(span.hours()).isEqualTo(hours);
    }
}
