package com.athento.deployment.mail;

import com.athento.deployment.intervention.Words;
import com.athento.deployment.mail.LoggedMail.State;
import com.athento.deployment.process.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Writes the mails that a step has still to put on record. Where they carry a personal link, each reader gets one of
 * their own: an answer then tells whose it is.
 */
@Component
class DraftMails {

    private final Addressees addressees;
    private final Templates templates;
    private final CalendarEntries calendar;
    private final FactSources sources;

    DraftMails(Addressees addressees, Templates templates, CalendarEntries calendar, FactSources sources) {
        this.addressees = addressees;
        this.templates = templates;
        this.calendar = calendar;
        this.sources = sources;
    }

    /**
     * @param claim what the mail states now; empty if it would not be true, and is only kept on record as not sent
     * @param earlier what an earlier attempt of the job put on record: it stays as it is, except that a mail which
     *     every recipient's server refused goes to addresses corrected since, and one that is overtaken is written anew
     *     for whom it has not reached
     */
    List<Draft> of(
            Mailing mailing,
            Optional<Claim> claim,
            Situation situation,
            String job,
            String element,
            List<LoggedMail> earlier) {
        var onRecord =
                earlier.stream().filter(mail -> mail.mailing().equals(mailing)).toList();
        if (isDone(mailing, claim, situation, onRecord)) {
            return List.of();
        }
        var without = onRecord.stream()
                .flatMap(mail -> Stream.concat(
                        mail.refused().keySet().stream(), claim.stream().flatMap(now -> mail.reached(now).stream())))
                .collect(Collectors.toSet());
        var envelopes = addressees.of(mailing, situation).stream()
                .map(envelope -> envelope.without(without))
                .filter(envelope -> !envelope.isEmpty())
                .toList();
        if (envelopes.isEmpty()) {
            return List.of();
        }
        var language = situation.language(mailing.recipients(), sources.mails());
        var words = new Words(language);
        var facts = Facts.of(situation, mailing, words, sources);
        var rendered = templates.render(mailing.template(), language, facts);
        var window = situation.window(mailing);
        var drafts = new ArrayList<Draft>();
        for (var together : envelopes) {
            var mail = rendered.with(calendar.of(mailing, situation, facts, words, together));
            for (var envelope : mail.hasPersonalLink() ? together.each() : List.of(together)) {
                drafts.add(new Draft(
                        situation.key(),
                        Variables.REVISION.find(situation.variables()).orElse(0),
                        job,
                        element,
                        mailing,
                        onRecord.size() + drafts.size(),
                        messageId(situation.key()),
                        language,
                        envelope,
                        mail.hasPersonalLink() ? situation.whoMayAnswer(envelope) : List.of(),
                        mail,
                        window,
                        claim.orElse(Claim.NONE),
                        claim.isPresent() ? State.SENDING : State.OBSOLETE));
            }
        }
        return drafts;
    }

    private static boolean isDone(
            Mailing mailing, Optional<Claim> claim, Situation situation, List<LoggedMail> onRecord) {
        if (claim.isEmpty()) {
            return !onRecord.isEmpty();
        }
        var isUnderWay =
                onRecord.stream().anyMatch(mail -> mail.state() == State.SENT || mail.state() == State.SENDING);
        return (isUnderWay && onRecord.stream().noneMatch(mail -> mail.isOvertaken(claim)))
                || isKnown(mailing, claim.get(), situation);
    }

    /** Two steps may come to tell the same result, where the first could not in its time. */
    private static boolean isKnown(Mailing mailing, Claim claim, Situation situation) {
        return claim.isOnce()
                && situation.told().stream()
                        .anyMatch(told -> told.mailing().equals(mailing)
                                && told.claim().essence().equals(claim.essence()));
    }

    private String messageId(String key) {
        return "<%s.%s@%s>".formatted(key, UUID.randomUUID(), sources.mails().domain());
    }
}
