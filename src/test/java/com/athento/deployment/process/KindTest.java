package com.athento.deployment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.athento.deployment.intervention.Environment;
import com.athento.deployment.intervention.Language;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the door, the sentence is the same: where, what was given, and what would be right. */
class KindTest {

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(Kind.word(Environment.class), "pro", "is not known; give one of QA, UAT, PRO, INTERNAL"),
                Arguments.of(
                        Kind.webAddress("https://a.example"),
                        "a.example",
                        "is not a web address; give one such as https://a.example"),
                Arguments.of(
                        Kind.webAddress("https://a.example"),
                        "https://a.example/" + "x".repeat(1000),
                        "is not a web address; give one such as https://a.example"),
                Arguments.of(
                        Kind.version("24.2.0"), "v24", "is not a version; give numbers joined by dots, such as 24.2.0"),
                Arguments.of(new YesNo(), "yes", "is neither true nor false; give one of them"),
                Arguments.of(
                        new Moment(),
                        "2027-01-15T22:00",
                        "is not a time with offset; give one such as 2027-01-15T22:00:00+01:00"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void saysWhereWhatAndWhatWouldBeRight(Kind<?> kind, String given, String whatWouldBeRight) {
        assertThatThrownBy(() -> kind.read("line 12: field", given))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith(
                        "line 12: field: '%s".formatted(given.substring(0, Math.min(59, given.length()))))
                .hasMessageEndingWith("' " + whatWouldBeRight);
    }

    static Stream<Arguments> inSpanish() {
        return Stream.of(
                Arguments.of(
                        Kind.word(Environment.class),
                        "pro",
                        "campo: 'pro' no se conoce; indique uno de estos: QA, UAT, PRO, INTERNAL"),
                Arguments.of(
                        new Text(1500),
                        "x".repeat(1501),
                        "campo: el texto tiene 1.501 caracteres; caben como máximo 1.500"),
                Arguments.of(
                        new WholeNumber<>(BigDecimal::intValueExact),
                        "1e12",
                        "campo: 1e12 no es un número entero dentro de los límites; indique uno como 30"));
    }

    @ParameterizedTest
    @MethodSource
    void inSpanish(Kind<?> kind, String given, String sentence) {
        assertThatThrownBy(() -> kind.read("campo", given)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.message(Language.ES)).isEqualTo(sentence);
            assertThat(refused.faults(Language.ES)).containsExactly(new Fault("campo", sentence));
        });
    }

    @Test
    void readsWithoutSpacesAtTheEnds() {
        assertThat(Kind.word(Environment.class).read("field", " PRO\n")).isEqualTo(Environment.PRO);
    }
}
