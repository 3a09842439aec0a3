package com.athento.deployment.mail;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.post.StaffLanguages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Writes the mails that a step has still to put on record, one for each language that its readers read. Where they
 * carry a personal link, each reader gets one of their own: an answer then tells whose it is.
 */
@Component
class DraftMails {

    private final Addressees addressees;
    private final Templates templates;
    private final CalendarEntries calendar;
    private final StaffLanguages languages;
    private final FactSources sources;

    DraftMails(
            Addressees addressees,
            Templates templates,
            CalendarEntries calendar,
            StaffLanguages languages,
            FactSources sources) {
        this.addressees = addressees;
        this.templates = templates;
        this.calendar = calendar;
        this.languages = languages;
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
        var language = language(sending);
        var readers = new LinkedHashMap<Language, List<Envelope>>();
        for (var envelope : envelopes) {
            envelope.by(language)
                    .forEach((one, part) -> readers.computeIfAbsent(one, none -> new ArrayList<>())
                            .add(part));
        }
        var drafts = new ArrayList<Draft>();
        readers.forEach((one, parts) -> write(drafts, sending, one, parts));
        return drafts;
    }

    /** In which each address reads. */
    private Function<String, Language> language(Sending sending) {
        if (!sending.mailing().recipients().atClient()) {
            return languages.now();
        }
        var clients = sending.situation().clientsLanguage();
        return address -> clients;
    }

    private void write(List<Draft> drafts, Sending sending, Language language, List<Envelope> envelopes) {
        var mailing = sending.mailing();
        var situation = sending.situation();
        var words = new Words(language);
        var facts = Facts.of(situation, mailing, words, sources);
        var rendered = templates
                .render(mailing.template(), language, facts)
                .bringing(mailing.bringsResults() ? facts.happened().file() : Optional.empty());
        for (var together : envelopes) {
            var mail = rendered.with(calendar.of(mailing, situation, facts, words, together));
            for (var envelope : mail.hasPersonalLink() ? together.each() : List.of(together)) {
                var chunk = sending.onRecord().size() + drafts.size();
                drafts.add(new Draft(sending, chunk, messageId(situation.key()), language, envelope, mail));
            }
        }
    }

    private String messageId(String key) {
        return "<%s.%s@%s>".formatted(key, UUID.randomUUID(), sources.mails().domain());
    }
}
