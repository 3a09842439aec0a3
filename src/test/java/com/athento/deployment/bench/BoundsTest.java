package com.athento.deployment.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundsTest {

    private final Bounds bounds = new Bounds(Map.of("commits", 100L));

    @ParameterizedTest
    @CsvSource({"95", "99.9", "100"})
    void fits(double figure) {
        assertThat(bounds.faults(Map.of("commits", figure))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"100.1, is more than 100", "94.9, is well below 100"})
    void doesNot(double figure, String fault) {
        assertThat(bounds.faults(Map.of("commits", figure)))
                .singleElement()
                .asString()
                .contains(fault, Bounds.FILE);
    }

    @Test
    void saysHowFarToLower() {
        assertThat(bounds.faults(Map.of("commits", 80.1)))
                .singleElement()
                .asString()
                .contains("to 81,");
    }

    @Test
    void eachFigureHasItsBound() {
        assertThat(bounds.faults(Map.of("statements", 1.0)))
                .containsExactly("commits: has no figure", "statements: has no bound in " + Bounds.FILE);
    }
}
