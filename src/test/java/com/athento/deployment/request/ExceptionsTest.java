package com.athento.deployment.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.athento.deployment.intervention.Finding;
import com.athento.deployment.intervention.ReplanCause;
import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.intervention.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExceptionsTest {

    private static final String START = "2027-02-06T22:00+01:00";

    private static final String NOTHING_OPEN =
            "requesterDecision: 'EXCEPT' is not possible, as no finding stands in the way; give AMEND or WITHDRAW";

    @ParameterizedTest(name = "{0}, earlier reason {1}, back because of {2}: {3}")
    @CsvSource({
        "ERROR,   ,       ,             true",
        "ERROR,   Please, ,             false",
        "ERROR,   Please, RESCHEDULED,  false",
        "ERROR,   Please, TOO_LATE,     true",
        "WARNING, ,       ,             false",
        ",        ,       RESCHEDULED,  false"
    })
    void needsAnOpenError(Finding.Gravity found, String earlier, ReplanCause cause, boolean possible) {
        var revision = revision(found, earlier);
        var before = Plans.instant(START).minusSeconds(1);

        if (possible) {
            assertThatCode(() -> check(revision, cause, before)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> check(revision, cause, before)).hasMessage(NOTHING_OPEN);
        }
    }

    @Test
    void needsAWindowToCome() {
        var revision = revision(Finding.Gravity.ERROR, null);

        assertThatThrownBy(() -> check(revision, null, Plans.instant(START)))
                .hasMessage(
                        "requesterDecision: 'EXCEPT' is not possible, as the window of 2027-02-06 22:00 (Europe/Madrid) has passed; give AMEND with a new window, or WITHDRAW");
    }

    @Test
    void keepsTheEarlierReason() {
        assertThat(Exceptions.together(Optional.empty(), "One")).isEqualTo("One");
        assertThat(Exceptions.together(Optional.of("One"), "Two")).isEqualTo("One\n\nTwo");
        assertThat(Exceptions.together(Optional.of("x".repeat(3995)), "Two")).hasSize(4000);
        assertThatThrownBy(() -> Exceptions.together(Optional.of("x".repeat(3996)), "Two"))
                .hasMessage(
                        "exceptionReason: together with the earlier reason the text has 4,001 characters; at most 4,000 are possible");
    }

    private static void check(Revision revision, ReplanCause cause, Instant now) {
        Exceptions.check(revision, Optional.ofNullable(cause), now);
    }

    private static Revision revision(Finding.Gravity found, String earlier) {
        return new Revision(
                1,
                Plans.upgrade("24.1.0", "24.2.0", START, 45),
                Severity.NONE,
                Instant.EPOCH,
                found == null
                        ? List.of()
                        : List.of(new Finding(Finding.Code.LEAD_TIME, found, Sentence.plain("Too soon"), true)),
                Optional.ofNullable(earlier),
                1,
                1,
                Map.of());
    }
}
