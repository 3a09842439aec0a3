package com.athento.deployment.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.athento.deployment.intervention.ConsentAnswer;
import com.athento.deployment.intervention.ConsentVia;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.Scopes;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadAnswerTest {

    private static final Instant WINDOW = Instant.parse("2027-03-26T21:00:00Z");

    private static final Instant NOW = Instant.parse("2027-03-25T09:00:00Z");

    @Test
    void agreementNeedsNoReason() {
        assertThat(read(Map.of(), NOW))
                .isEqualTo(new Answer(
                        ConsentAnswer.AGREED, Optional.empty(), Optional.empty(), "Ana Ruiz", ConsentVia.PHONE));
    }

    @Test
    void proposedWindowIsReadInTheZoneOfTheClient() {
        var answer = read(Map.of("consentAnswer", "OTHER_WINDOW", "proposedWindowLocal", "2027-03-30T21:00"), NOW);

        assertThat(answer.proposedStart()).contains(Instant.parse("2027-03-30T19:00:00Z"));
    }

    @ParameterizedTest(name = "{0} = {1} with {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "consentAnswer, -, AGREED, 'consentAnswer: missing; give AGREED, DECLINED or OTHER_WINDOW'",
                "consentBy, -, AGREED, consentBy: missing; say who answered at the client",
                "consentVia, -, AGREED, 'consentVia: missing; give PHONE, MAIL or MEETING'",
                "consentVia, PAGE, AGREED, 'consentVia: ''PAGE'' is not how an answer reaches the project team; give PHONE, MAIL or MEETING'",
                "consentReason, -, DECLINED, consentReason: missing; say why the client declined",
                "proposedWindowLocal, -, OTHER_WINDOW, proposedWindowLocal: missing; give the start that the client proposes",
                "proposedWindowLocal, 2027-03-25T10:00, OTHER_WINDOW, proposedWindowLocal: '2027-03-25T10:00' is in the past; give a later time",
                "proposedWindowLocal, 2027-03-26T22:00, OTHER_WINDOW, 'proposedWindowLocal: ''2027-03-26T22:00'' is the window that the client was asked about; record AGREED, or give another time'",
            })
    void refuses(String field, String value, String answer, String sentence) {
        var form = new HashMap<String, Object>();
        form.put("consentAnswer", answer);
        form.put(field, value);

        assertThatThrownBy(() -> read(form, NOW)).isInstanceOf(Refused.class).hasMessage(sentence);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2027-03-28T02:30, does not exist",
        "2027-10-31T02:30, exists twice",
        "tomorrow, is not a local time",
    })
    void refusesATimeThatIsNoInstant(String local, String what) {
        assertThatThrownBy(() -> read(Map.of("consentAnswer", "OTHER_WINDOW", "proposedWindowLocal", local), NOW))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("proposedWindowLocal: '%s' %s".formatted(local, what));
    }

    @Test
    void oneMinuteFromNowIsStillToCome() {
        var answer = read(Map.of("consentAnswer", "OTHER_WINDOW", "proposedWindowLocal", "2027-03-25T10:01"), NOW);

        assertThat(answer.proposedStart()).contains(NOW.plusSeconds(60));
    }

    @Test
    void answerComesInTimeUntilTheWindowAndNotAfter() {
        assertThat(read(Map.of(), WINDOW.minusMillis(1)).answer()).isEqualTo(ConsentAnswer.AGREED);

        assertThatThrownBy(() -> read(Map.of(), WINDOW))
                .isInstanceOfSatisfying(
                        Refused.class, late -> assertThat(late.reason()).isEqualTo(Refused.Reason.LATE))
                .hasMessage(
                        "consentAnswer: the window of 2027-03-26 22:00 (Europe/Madrid) was reached without an answer; agree on another one in 'Revise the request'");
    }

    private static Answer read(Map<String, ?> differences, Instant now) {
        var form = new HashMap<String, Object>(Map.of(
                "windowStart", Date.from(WINDOW),
                "zone", "Europe/Madrid",
                "consentAnswer", "AGREED",
                "consentBy", "Ana Ruiz",
                "consentVia", "PHONE"));
        form.putAll(differences);
        return ReadAnswer.from(Scopes.task(Elements.OBTAIN_CLIENT_CONSENT, form), now, false);
    }
}
