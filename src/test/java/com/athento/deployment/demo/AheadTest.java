package com.athento.deployment.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.athento.deployment.process.Refused;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AheadTest {

    private static final Instant NOW = Instant.parse("2027-01-31T10:00:00Z");

    @ParameterizedTest(name = "{0} leads to {1}")
    @CsvSource({
        "PT1H, 2027-01-31T11:00:00Z",
        "PT0.5S, 2027-01-31T10:00:00.500Z",
        "P14D, 2027-02-14T10:00:00Z",
        "P2W, 2027-02-14T10:00:00Z",
        "P1M, 2027-02-28T10:00:00Z",
        "P1Y2M3DT4H5M6S, 2028-04-03T14:05:06Z",
        "pt1h, 2027-01-31T11:00:00Z",
    })
    void readsAnyDuration(String text, Instant there) {
        assertThat(read(text).from(NOW)).isEqualTo(there);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "P", "PT", "1H", "P1H", "PT1D", "soon", "PT1H ago"})
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(Refused.class)
                .hasMessage("advance: '%s' is not a duration; give one such as PT1H or P14D", text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "P0D", "PT-1H", "P-1D", "P1DT-25H"})
    void onlyGoesForward(String text) {
        assertThatThrownBy(() -> read(text).from(NOW))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("'%s' does not go forward", text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P2000000000Y", "PT2562047788015215H"})
    void stopsWhereTimeCannotBeCounted(String text) {
        assertThatThrownBy(() -> read(text).from(NOW))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("'%s' is too far ahead", text);
    }

    private static Ahead read(String text) {
        return Ahead.KIND.read("advance", text);
    }
}
