package com.athento.deployment.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Outcome;
import com.athento.deployment.intervention.Phase;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimTest {

    private static final Instant WINDOW = Instant.parse("2027-02-06T21:00:00Z");
    private static final Instant ANSWER_BY = Instant.parse("2027-02-05T21:00:00Z");
    private static final Instant SUPPORT = Instant.parse("2027-02-07T21:00:00Z");

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource({
        "consent-request,   2027-02-05T20:59:59Z, true",
        "consent-request,   2027-02-05T21:00:00Z, true",
        "consent-request,   2027-02-06T20:59:59Z, true",
        "consent-request,   2027-02-06T21:00:00Z, false",
        "consent-reminder,  2027-02-05T20:59:59Z, true",
        "consent-reminder,  2027-02-05T21:00:00Z, false",
        "approval-reminder, 2027-02-05T20:59:59Z, true",
        "approval-reminder, 2027-02-05T21:00:00Z, false",
        "window-confirmed,  2027-02-06T20:59:59Z, true",
        "window-confirmed,  2027-02-06T21:00:00Z, false",
        "user-notice,       2027-02-06T20:59:59Z, true",
        "user-notice,       2027-02-06T21:00:00Z, false",
        "result-for-support, 2027-02-07T20:59:59Z, true",
        "result-for-support, 2027-02-07T21:00:00Z, false",
        "result-for-users,  2027-02-08T21:00:00Z, true",
        "change-for-users,  2027-02-08T21:00:00Z, true",
        "closing,           2027-02-08T21:00:00Z, true",
        "a-designers-own,   2027-02-08T21:00:00Z, true",
    })
    void holdsUntilItsMoment(String template, Instant now, boolean holds) {
        assertThat(claim(template, now, Outcome.DEPLOYED, true, true).isPresent())
                .isEqualTo(holds);
    }

    @Test
    void aReminderComesAfterTheQuestionAndNeverBeforeIt() {
        var now = Instant.parse("2027-02-04T09:00:00Z");

        assertThat(claim("consent-reminder", now, null, true, false)).isEmpty();
        assertThat(claim("consent-reminder", now, null, true, true)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"result-for-contact", "result-for-users", "result-for-support", "result-for-colleagues"})
    void noResultIsToldWhileTheVersionIsBeingChanged(String template) {
        assertThat(claim(template, WINDOW, Outcome.DEPLOYED, false, true)).isEmpty();
        assertThat(claim(template, WINDOW, Outcome.DEPLOYED, true, true)).isPresent();
    }

    @Test
    void theAlertIsOverOnceTheVersionIsSettled() {
        assertThat(claim("point-of-no-return", WINDOW, null, false, true)).isPresent();
        assertThat(claim("point-of-no-return", WINDOW, Outcome.DEPLOYED, true, true))
                .isEmpty();
    }

    @Test
    void managersAreCalledWhileNeitherVersionRuns() {
        assertThat(claim("recovery-call", WINDOW, null, false, true)).isPresent();
        assertThat(claim("recovery-call", WINDOW, Outcome.ROLLED_BACK, true, true))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"outage-for-contact", "outage-for-users"})
    void anOutageIsToldWhileItLasts(String template) {
        var demanded = outage(template, SUPPORT, false, false).orElseThrow();
        var neither = outage(template, SUPPORT, false, true).orElseThrow();
        var another = outage(template, SUPPORT.plusSeconds(60), false, false).orElseThrow();

        assertThat(demanded.essence()).isNotEqualTo(neither.essence()).isNotEqualTo(another.essence());
        assertThat(demanded.isOnce()).isTrue();
        assertThat(outage(template, null, false, false)).as("released").isEmpty();
        assertThat(outage(template, SUPPORT, true, false)).as("settled").isEmpty();
    }

    private static Optional<Claim> outage(String template, Instant since, boolean settled, boolean neither) {
        return claim(template, SUPPORT, null, settled, true, neither, Optional.ofNullable(since));
    }

    @Test
    void supportIsToldOfARollbackWheneverItComes() {
        assertThat(claim("result-for-support", SUPPORT.plusSeconds(60), Outcome.ROLLED_BACK, true, true))
                .isPresent();
    }

    @Test
    void anotherOutcomeIsAnotherClaim() {
        var kept =
                claim("result-for-users", WINDOW, Outcome.DEPLOYED, true, true).orElseThrow();
        var gone = claim("result-for-users", WINDOW, Outcome.ROLLED_BACK, true, true)
                .orElseThrow();
        var later =
                claim("result-for-users", SUPPORT, Outcome.DEPLOYED, true, true).orElseThrow();

        assertThat(kept.essence()).isNotEqualTo(gone.essence()).isEqualTo(later.essence());
        assertThat(kept).as("it no longer promises support").isNotEqualTo(later);
        assertThat(Claim.parse(kept.toString())).isEqualTo(kept);
    }

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource({
        "change-for-contact, REQUEST,  true",
        "change-for-contact, APPROVAL, true",
        "change-for-contact, CONSENT,  false",
        "change-for-contact, CLOSURE,  false",
        "change-for-users,   APPROVAL, true",
        "change-for-users,   CONSENT,  true",
        "change-for-users,   WAITING,  false",
        "change-for-users,   CLOSURE,  false",
    })
    void aNewDateFollowsUntilItIsTold(String template, Phase phase, boolean holds) {
        var claim = claim(template, WINDOW, null, true, false, false, Optional.empty(), phase);

        assertThat(claim.isPresent()).isEqualTo(holds);
    }

    @Test
    void aQuestionThatIsOverdueNamesNoDayToAnswerBy() {
        var before = claim("consent-request", ANSWER_BY.minusSeconds(1), null, true, true);
        var after = claim("consent-request", ANSWER_BY, null, true, true);

        assertThat(before.orElseThrow().essence()).isEqualTo(after.orElseThrow().essence());
        assertThat(before).isNotEqualTo(after);
    }

    private static Optional<Claim> claim(
            String template, Instant now, Outcome outcome, boolean settled, boolean asked) {
        return claim(template, now, outcome, settled, asked, !settled, Optional.empty());
    }

    private static Optional<Claim> claim(
            String template,
            Instant now,
            Outcome outcome,
            boolean settled,
            boolean asked,
            boolean neither,
            Optional<Instant> outage) {
        return claim(template, now, outcome, settled, asked, neither, outage, Phase.REQUEST);
    }

    private static Optional<Claim> claim(
            String template,
            Instant now,
            Outcome outcome,
            boolean settled,
            boolean asked,
            boolean neither,
            Optional<Instant> outage,
            Phase phase) {
        return Claim.of(
                template,
                new Circumstances(
                        now,
                        3,
                        WINDOW,
                        45,
                        () -> phase,
                        ANSWER_BY,
                        () -> asked,
                        () -> true,
                        () -> neither,
                        outage,
                        () -> settled,
                        Optional.ofNullable(outcome),
                        Optional.of(SUPPORT),
                        () -> 1));
    }
}
