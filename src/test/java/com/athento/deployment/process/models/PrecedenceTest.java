package com.athento.deployment.process.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which models stay on top while nodes of two builds start in any order. */
class PrecedenceTest {

    private static final List<Deployed> BEFORE = List.of(
            new Deployed(1, "first", build("1.0.0", 10), "a"), new Deployed(2, "second", build("1.1.0", 20), "b"));

    @ParameterizedTest(name = "{0} of {1} built at {2}, replacing {3}: {4}")
    @CsvSource({
        "second, 1.1.0, 20, , KEEP",
        "second, 1.0.0, 10, , KEEP",
        "second, 1.2.0, 30, , KEEP",
        "third, 1.2.0, 15, , DEPLOY",
        "third, 1.1.0, 21, , DEPLOY",
        "third, 1.1.0, 20, , DEPLOY",
        "third, 1.1.0, 19, , YIELD",
        "third, 1.1.0-SNAPSHOT, 30, , YIELD",
        "third, 1.0.9, 30, , YIELD",
        "first, 1.0.0, 10, , YIELD",
        "first, 1.0.0, 10, 1, YIELD",
        "first, 1.0.0, 10, 2, DEPLOY",
        "first, 1.2.0, 30, , DEPLOY"
    })
    void theLaterBuildStaysOnTop(String digest, String version, long time, Long replaces, Precedence expected) {
        assertThat(Precedence.of(build(version, time), digest, BEFORE, Optional.ofNullable(replaces)))
                .isEqualTo(expected);
    }

    @Test
    void goneBackOnPurposeTheLaterBuildDoesNotReturnByItself() {
        var back = List.of(BEFORE.get(0), BEFORE.get(1), new Deployed(3, "first", build("1.0.0", 10), "c"));

        assertThat(Precedence.of(build("1.1.0", 20), "second", back, Optional.empty()))
                .isEqualTo(Precedence.YIELD);
        assertThat(Precedence.of(build("1.0.0", 10), "first", back, Optional.of(2L)))
                .isEqualTo(Precedence.KEEP);
    }

    @Test
    void anEmptyDatabaseTakesAny() {
        assertThat(Precedence.of(build("1.0.0", 10), "first", List.of(), Optional.empty()))
                .isEqualTo(Precedence.DEPLOY);
    }

    private static Build build(String version, long time) {
        return new Build(version, Instant.ofEpochSecond(time));
    }
}
