package com.athento.deployment.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenNumberTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"1, 1", "200, 200", "2e2, 200", "1.0, 1"})
    void isWholeAndBetween(String text, int number) {
        assertThat(WrittenNumber.whole(text, 1, 200)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "1.5", "-1", "ten", "", "1e39", "2.000", "1e-9"})
    void isNoneBetween(String text) {
        assertThat(WrittenNumber.whole(text, 1, 200)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483648", "-2147483649", "4294967297"})
    void isNoneThatDoesNotFit(String text) {
        assertThat(WrittenNumber.whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE))
                .isEmpty();
    }
}
