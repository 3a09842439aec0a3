package com.athento.deployment.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneLineTest {

    @ParameterizedTest
    @ValueSource(strings = {"Acme \"Plus\", S.A.; ^ \\ <script>", "\uD83D\uDE80", "\u05D0\u200F", "\u2065"})
    void isReadAsItIsWritten(String text) {
        assertThat(OneLine.isOne(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nBcc: b",
                "a\nb",
                "a\tb",
                "a\0b",
                "a\u0085b",
                "a\u2028b",
                "a\u2029b",
                "a\u202Eb",
                "a\u202Ab",
                "a\u2066b",
                "a\u2069b",
                "a\uD83Db",
                "a\uFFFFb"
            })
    void isNotWhatItLooks(String text) {
        assertThat(OneLine.isOne(text)).isFalse();
    }
}
