package com.athento.deployment.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpgradeTest {

    private static final Upgrade UPGRADE = new Upgrade("ACME-PRO", new Version("24.1.0"), new Version("24.3.0"));

    @ParameterizedTest
    @ValueSource(strings = {"24.1.0", "24.1", "24.1.0.0"})
    void startsFromWhatItWasApprovedFrom(String running) {
        assertThat(UPGRADE.startedFrom(new Version(running))).isEmpty();
    }

    @ParameterizedTest(name = "{0} runs")
    @CsvSource({
        "24.0.9, 'revise the request, so that teams and client are asked again'",
        "24.1.1, 'revise the request, so that teams and client are asked again'",
        "24.2.9, 'revise the request, so that teams and client are asked again'",
        "24.3.0, 'revise the request with a version higher than 24.3.0, or withdraw it'",
        "24.3.1, 'revise the request with a version higher than 24.3.1, or withdraw it'"
    })
    void saysWhatToDoWhereAnotherVersionRuns(String running, String remedy) {
        assertThat(UPGRADE.startedFrom(new Version(running)))
                .get()
                .extracting(Finding::code, Finding::severity, Finding::message, Finding::exceptionPossible)
                .containsExactly(
                        Finding.Code.FROM_VERSION_CHANGED,
                        Finding.Gravity.ERROR,
                        "The upgrade to 24.3.0 was approved from 24.1.0, and ACME-PRO runs %s now; postpone, then %s"
                                .formatted(running, remedy),
                        false);
    }

    @Test
    void isWhatThePlanOfAVersionUpgradeSays() {
        var plan = plan(ChangeKind.VERSION_UPGRADE, Optional.of(UPGRADE.target()));

        assertThat(Upgrade.in(plan)).contains(UPGRADE);
    }

    @Test
    void isNotWhatAnotherChangeDoes() {
        assertThat(Upgrade.in(plan(ChangeKind.POSTGRESQL, Optional.empty()))).isEmpty();
    }

    private static Plan plan(ChangeKind kind, Optional<Version> target) {
        return new Plan(
                UPGRADE.instance(),
                kind,
                Optional.of(UPGRADE.from()),
                target,
                new Window(Instant.parse("2027-02-06T21:00:00Z"), ZoneOffset.UTC, 45));
    }
}
