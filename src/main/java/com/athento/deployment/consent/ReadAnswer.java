package com.athento.deployment.consent;

import com.athento.deployment.intervention.ConsentAnswer;
import com.athento.deployment.intervention.ConsentVia;
import com.athento.deployment.intervention.ElementName;
import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.Reading;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.Variables;
import com.athento.deployment.schedule.ClientTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Reads the client's answer from the form of whoever records it. */
final class ReadAnswer {

    private ReadAnswer() {}

    /**
     * @param byPage whether the client answered on the page, with nobody logged in
     * @throws Refused if it is late, incomplete or impossible
     */
    static Answer from(VariableScope form, Instant now, boolean byPage) {
        var windowStart = Variables.WINDOW_START.in(form);
        var zone = ZoneId.of(Variables.ZONE.in(form));
        if (!now.isBefore(windowStart)) {
            throw Refused.late(
                    "refused.consent.window-reached",
                    ClientTime.of(windowStart, zone),
                    new ElementName(Elements.REVISE_REQUEST));
        }
        var reading = new Reading();
        var answer = reading.of(() -> Variables.CONSENT_ANSWER.required(
                form, "refused.give", Sentence.or("AGREED", "DECLINED", "OTHER_WINDOW")));
        var reason = answer.flatMap(given -> reading.of(() -> reason(form, given)));
        var proposed = answer.filter(ConsentAnswer.OTHER_WINDOW::equals)
                .flatMap(other -> reading.of(() -> proposedStart(form, zone, windowStart, now)));
        var by = reading.of(() -> Variables.CONSENT_BY.required(form, "refused.consent.by"));
        var via = reading.of(() -> via(form, byPage));
        reading.end();
        return new Answer(answer.orElseThrow(), reason.orElseThrow(), proposed, by.orElseThrow(), via.orElseThrow());
    }

    private static Optional<String> reason(VariableScope form, ConsentAnswer answer) {
        return answer == ConsentAnswer.DECLINED
                ? Optional.of(Variables.CONSENT_REASON.required(form, "refused.consent.reason"))
                : Variables.CONSENT_REASON.find(form);
    }

    private static ConsentVia via(VariableScope form, boolean byPage) {
        var via = Variables.CONSENT_VIA.required(form, "refused.give", Sentence.or("PHONE", "MAIL", "MEETING"));
        if (via == ConsentVia.PAGE && !byPage) {
            throw Refused.because("refused.consent.by-page", Variables.CONSENT_VIA);
        }
        return via;
    }

    private static Instant proposedStart(VariableScope form, ZoneId zone, Instant windowStart, Instant now) {
        var field = Variables.PROPOSED_WINDOW_LOCAL;
        var text = field.required(form, "refused.consent.give-start");
        var proposed = ClientTime.read(field.name(), text, zone, Optional.empty(), Optional.empty())
                .instant();
        if (!proposed.isAfter(now)) {
            throw Refused.because("refused.consent.past", field, text);
        }
        if (proposed.equals(windowStart)) {
            throw Refused.because("refused.consent.same-window", field, text);
        }
        return proposed;
    }
}
