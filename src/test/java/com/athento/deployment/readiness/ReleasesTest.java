package com.athento.deployment.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Version;
import com.athento.deployment.register.Instance;
import com.athento.deployment.register.Patch;
import com.athento.deployment.register.ProductVersion;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleasesTest {

    private final Releases releases =
            new Releases(List.of(release("24.3.0", false, "B"), release("24.2.0", true), release("24.1.0", true, "A")));

    @ParameterizedTest
    @CsvSource({
        "24.0, 3, true",
        "24.1, 2, true",
        "24.1.9, 2, true",
        "24.02.0, 1, false",
        "24.2.1, 1, false",
        "24.3, 0, false",
        "25.0, 0, false"
    })
    void whatCameAfterAVersion(String version, int count, boolean bigChanges) {
        var expected = new Releases.Newer(count, bigChanges);
        assertThat(releases.than(new Version(version))).isEqualTo(expected);
        assertThat(releases.than(new Version(version))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"A, , true", "B, , true", "C, , false", "C, 24.3, true", "C, 24.2.5, true", "C, 24.3.1, false"})
    void aFixIsInOneOfThem(String reference, String containedIn, boolean expected) {
        assertThat(releases.have(patch(reference, containedIn))).isEqualTo(expected);
    }

    @Test
    void aLineWithoutVersionsHasNothing() {
        var none = new Releases(List.of());
        assertThat(none.newest()).isEmpty();
        assertThat(none.than(new Version("24.1"))).isEqualTo(new Releases.Newer(0, false));
        assertThat(none.have(patch("A", "24.1"))).isFalse();
    }

    private static Patch patch(String reference, String containedIn) {
        return new Patch(
                reference, Optional.empty(), Optional.ofNullable(containedIn).map(Version::new));
    }

    private static ProductVersion release(String version, boolean bigChanges, String... fixes) {
        return new ProductVersion(
                Instance.Line.SE, new Version(version), LocalDate.EPOCH, Optional.empty(), bigChanges, List.of(fixes));
    }
}
