package com.athento.deployment.mail;

import static com.athento.deployment.process.Variables.*;

import com.athento.deployment.intervention.ConsentAnswer;
import com.athento.deployment.record.ClientsAnswer;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/** What the client is asked, and what they answered. */
class Consent extends FactsAbout {

    private final Supplier<Optional<String>> given = SingletonSupplier.of(this::lookUp);

    Consent(Telling telling) {
        super(telling);
    }

    /** By what right the window is confirmed; null if nothing is on record. */
    public String given() {
        return given.get().orElse(null);
    }

    private Optional<String> lookUp() {
        return situation
                .consent()
                .flatMap(this::answered)
                .or(() -> situation
                        .client()
                        .emergencyConsent()
                        .map(standing -> words.of("consent.standing", standing.document())));
    }

    private Optional<String> answered(ClientsAnswer answer) {
        if (answer.answer() == ConsentAnswer.AGREED && covers(answer)) {
            return Optional.of(on("consent.agreed", answer));
        }
        return answer.answer() == ConsentAnswer.OTHER_WINDOW
                        && situation.windowStart().equals(answer.proposedStart())
                ? Optional.of(on("consent.proposed", answer))
                : Optional.empty();
    }

    private String on(String key, ClientsAnswer answer) {
        return words.of(key, answer.answerer().in(words), moments.plain(answer.recordedAt()));
    }

    private boolean covers(ClientsAnswer answer) {
        return answer.revision() >= situation.consentFrom();
    }

    /** All whom the question goes to, where they are several; else null. */
    public String askedOf() {
        var names = situation.people().whoMayAnswer();
        return names.size() > 1 ? String.join(", ", names) : null;
    }

    /** Until when the client is asked to answer; null once that is over. */
    public String answerBy() {
        return ahead(CONSENT_DEADLINE).map(moments::full).orElse(null);
    }

    /** Where the contact answers; the token is put in when the mail leaves. */
    public String link() {
        return sources.mails().baseUrl() + "/consent/" + Rendered.PERSONAL_LINK;
    }

    /** What the contact proposed last, where the question is about something else; else null. */
    public Times.Earlier proposal() {
        return situation
                .consent()
                .filter(answer -> answer.answer() == ConsentAnswer.OTHER_WINDOW)
                .filter(answer -> !answer.proposedStart().equals(situation.windowStart())
                        || answer.downtimeMinutes() != situation.downtimeMinutes())
                .map(answer -> new Times.Earlier(
                        moments.full(answer.proposedStart()),
                        answer.downtimeMinutes(),
                        !answer.proposedStart().equals(situation.windowStart())))
                .orElse(null);
    }
}
