package com.athento.deployment.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {

    private static final String LONGEST = "1" + ".1".repeat(49) + "1";

    @ParameterizedTest(name = "{0} is {2} than {1}")
    @CsvSource({
        "24.2.0.20240115093000, 24.2.0, higher",
        "24.2.0.20240115093000, 24.2.0.20240115093001, lower",
        "24.2.0.20240115093000, 24.2.1, lower",
        "9.10, 9.9, higher"
    })
    void comparesPartsOfAnyLength(String one, String other, String order) {
        assertThat(new Version(one).compareTo(new Version(other))).isEqualTo(order.equals("higher") ? 1 : -1);
    }

    @ParameterizedTest(name = "{0} is plainly {1}")
    @CsvSource({
        "24.2.0, 24.2",
        "24.2, 24.2",
        "24.02.00.000, 24.2",
        "024.2, 24.2",
        "10.0.0, 10",
        "0.0, 0",
        "24.0.1, 24.0.1",
        "24.10, 24.10",
        "24.200, 24.200"
    })
    void hasOnePlainWriting(String text, String plain) {
        assertThat(new Version(text).plain()).isEqualTo(plain);
        assertThat(new Version(plain).sameAs(new Version(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "24.", ".24", "24..2", "v24", "24.2-rc1", "1e9", "٢٤", "24,2"})
    void isNothingElse(String text) {
        assertThat(Version.parse(text)).isEmpty();
    }

    @ParameterizedTest(name = "{0} more characters than our tables keep")
    @CsvSource({"0, true", "1, false"})
    void hasAnEnd(int more, boolean right) {
        var text = LONGEST + "1".repeat(more);
        assertThat(text).hasSize(100 + more);
        assertThat(Version.parse(text).isPresent()).isEqualTo(right);
    }
}
