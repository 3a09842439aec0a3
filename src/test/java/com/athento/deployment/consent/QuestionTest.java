package com.athento.deployment.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.consent.Question.State;
import com.athento.deployment.intervention.ConsentAnswer;
import com.athento.deployment.intervention.Phase;
import com.athento.deployment.record.Asked;
import com.athento.deployment.record.Asked.Given;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a link still counts. */
class QuestionTest {

    private static final Instant START = Instant.parse("2027-01-15T21:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // answered, ended, seconds to the window, superseded, revision now, phase: state
        "false, false, 1, false, 1, CONSENT, OPEN",
        "false, false, 0, false, 1, CONSENT, EXPIRED",
        "false, false, -1, false, 1, CONSENT, EXPIRED",
        "false, false, 1, true, 1, CONSENT, SUPERSEDED",
        "false, false, 1, false, 2, CONSENT, CHANGED",
        "false, false, 1, false, 1, APPROVAL, CHANGED",
        "false, true, 1, false, 1, CONSENT, ENDED",
        // What was answered stays so, whatever came later; an end is said before a window that has begun.
        "true, true, -1, true, 2, APPROVAL, ANSWERED",
        "false, true, -1, true, 2, APPROVAL, ENDED",
        "false, false, 0, true, 2, APPROVAL, EXPIRED",
        "false, false, 1, true, 2, APPROVAL, SUPERSEDED"
    })
    void countsWhileThePlanIsWhatTheMailSaid(
            boolean answered, boolean ended, long seconds, boolean superseded, int now, Phase phase, State state) {
        var given = new Given(ConsentAnswer.AGREED, Optional.empty(), Optional.empty(), 30, START);
        var asked = new Asked(
                "INT-2027-0001-X",
                1,
                List.of(),
                now,
                phase,
                ended,
                START,
                superseded,
                Optional.of(given).filter(yes -> answered));

        assertThat(Question.of(asked, START.minus(Duration.ofSeconds(seconds))).state())
                .isEqualTo(state);
    }
}
