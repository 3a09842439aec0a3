package com.athento.deployment.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import com.athento.deployment.process.jobs.JobTime;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many mails one attempt begins, and whether it has come to all whose turn it was. */
class AttemptTest {

    private final JobTime time = mock(JobTime.class);
    private final Attempt attempt = new Attempt(time);

    @BeforeEach
    void inTime() {
        given(time.isEnoughToBegin()).willReturn(true);
    }

    @ParameterizedTest(name = "of {0} mails {1} begin")
    @CsvSource({"1, 1, false", "20, 20, false", "21, 20, true", "400, 20, true"})
    void beginsTwentyAtMost(int mails, int begun, boolean isPartOfARound) {
        assertThat(Stream.generate(() -> mail(0)).limit(mails).filter(attempt::begins))
                .hasSize(begun);
        assertThat(attempt.isPartOfARound()).isEqualTo(isPartOfARound);
    }

    @ParameterizedTest(name = "tried before: {0} times, and those left out {1} times")
    @CsvSource({"1, 1, true", "1, 2, false", "0, 1, false"})
    void whoWasTriedMoreOftenHasHadItsTurn(int tries, int others, boolean isPartOfARound) {
        for (int mail = 0; mail < Attempt.MOST; mail++) {
            assertThat(attempt.begins(mail(tries))).isTrue();
        }
        assertThat(attempt.begins(mail(others))).isFalse();

        assertThat(attempt.isPartOfARound()).isEqualTo(isPartOfARound);
    }

    /** A server that takes its time and takes nobody costs attempts. */
    @Test
    void whoHasNoTimeLeftHasNotBegunAllThatItMay() {
        attempt.begins(mail(0));
        given(time.isEnoughToBegin()).willReturn(false);

        assertThat(attempt.begins(mail(0))).isFalse();
        assertThat(attempt.isPartOfARound()).isFalse();
    }

    private static LoggedMail mail(int tries) {
        return new LoggedMail(
                "job",
                new Mailing("user-notice", Recipients.END_USERS),
                0,
                "<1@athento.example>",
                LoggedMail.State.SENDING,
                Envelope.parse("Bcc: uno@acme.example"),
                Set.of(),
                Map.of(),
                Claim.NONE,
                tries);
    }
}
