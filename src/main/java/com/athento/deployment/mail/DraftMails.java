package com.athento.deployment.mail;

import com.athento.deployment.intervention.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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

    List<Draft> of(Sending sending) {
        var envelopes = sending.isDone() ? List.<Envelope>of() : stillToReach(sending);
        return envelopes.isEmpty() ? List.of() : written(sending, envelopes);
    }

    private List<Envelope> stillToReach(Sending sending) {
        var settled = sending.settled();
        return addressees.of(sending.mailing(), sending.situation()).stream()
                .map(envelope -> envelope.without(settled))
                .filter(envelope -> !envelope.isEmpty())
                .toList();
    }

    private List<Draft> written(Sending sending, List<Envelope> envelopes) {
        var mailing = sending.mailing();
        var situation = sending.situation();
        var language = situation.language(mailing.recipients(), sources.mails());
        var words = new Words(language);
        var facts = Facts.of(situation, mailing, words, sources);
        var rendered = templates.render(mailing.template(), language, facts);
        var drafts = new ArrayList<Draft>();
        for (var together : envelopes) {
            var mail = rendered.with(calendar.of(mailing, situation, facts, words, together));
            for (var envelope : mail.hasPersonalLink() ? together.each() : List.of(together)) {
                var chunk = sending.onRecord().size() + drafts.size();
                drafts.add(new Draft(sending, chunk, messageId(situation.key()), language, envelope, mail));
            }
        }
        return drafts;
    }

    private String messageId(String key) {
        return "<%s.%s@%s>".formatted(key, UUID.randomUUID(), sources.mails().domain());
    }
}
