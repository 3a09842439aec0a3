package com.athento.deployment.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Version;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a version brings along is no patch on top of it. */
class PatchTest {

    @ParameterizedTest(name = "contained in {0}, on {1}: {2} on top")
    @CsvSource({"24.2.1, 24.2.0, 1", "24.2.1, 24.2.1, 0", "24.2.1, 24.2.1.0, 0", "24.2.1, 24.10, 0", ", 99.0, 1"})
    void staysUntilAVersionContainsIt(String containedIn, String version, int onTop) {
        var patch = new Patch(
                "HF-1", Optional.empty(), Optional.ofNullable(containedIn).map(Version::new));

        assertThat(Patch.onTopOf(new Version(version), List.of(patch), Set.of()))
                .hasSize(onTop);
    }

    @Test
    void oneThatWasAppliedAgainCountsAsItWasAppliedLast() {
        var first = new Patch("HF-1", Optional.of("first"), Optional.empty());
        var other = new Patch("HF-2", Optional.empty(), Optional.empty());
        var again = new Patch("HF-1", Optional.of("again"), Optional.of(new Version("24.3")));

        assertThat(Patch.onTopOf(new Version("24.2"), List.of(first, other, again), Set.of()))
                .containsExactly(other, again);
        assertThat(Patch.onTopOf(new Version("24.3"), List.of(first, other, again), Set.of()))
                .containsExactly(other);
    }
}
