package com.athento.deployment.schedule.planning;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Phase;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AtRiskTest {

    private static final Instant NOW = Instant.parse("2027-01-15T09:00:00Z");

    @ParameterizedTest(name = "in {0}, due {1}, frozen {2}, {3}: {4}")
    @CsvSource({
        "WAITING, , false, planned, ''",
        "WAITING, , true, planned, FREEZE",
        "WAITING, 2027-01-15T08:59:59Z, false, planned, OVERDUE_TASK",
        "WAITING, 2027-01-15T09:00:00Z, false, planned, ''",
        "ROLLOUT, 2027-01-15T08:59:59Z, true, planned, OVERDUE_TASK FREEZE",
        "ROLLOUT, 2027-01-15T08:59:59Z, true, started, ''",
        "SUPPORT, 2027-01-15T08:59:59Z, true, started, ''",
        "ENDED, , true, ended, ''",
        "REQUEST, , false, planned, NO_CONSENT",
        "APPROVAL, , false, planned, NO_CONSENT",
        "CONSENT, 2027-01-15T09:00:01Z, false, planned, NO_CONSENT",
        "CONSENT, 2027-01-15T08:00:00Z, true, planned, OVERDUE_TASK FREEZE NO_CONSENT",
    })
    void saysWhyAWindowMayNotHold(Phase phase, Instant due, boolean frozen, String standing, String risks) {
        var expected = Arrays.stream(risks.split(" "))
                .filter(word -> !word.isEmpty())
                .map(AtRisk::valueOf)
                .toList();

        var planned = new Planned();
        planned.started = standing.equals("started") ? NOW : null;

        assertThat(AtRisk.of(planned.in(phase), Optional.ofNullable(due), frozen, NOW))
                .containsExactlyElementsOf(expected);
    }
}
