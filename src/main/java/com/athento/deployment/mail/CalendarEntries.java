package com.athento.deployment.mail;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.parameter.ParticipationLevel;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.Organizer;
import com.athento.deployment.intervention.MailAddress;
import com.athento.deployment.intervention.Window;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.post.calendar.CalendarText;
import com.athento.deployment.post.calendar.CalendarZone;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The entry that a mail puts into a calendar (RFC 5545 and 5546): one for each intervention, which later mails change,
 * at the client's contact, and one of its own with our colleagues. An entry that the reader accepts is no consent.
 */
@Component
class CalendarEntries {

    private final FactSources sources;

    CalendarEntries(FactSources sources) {
        this.sources = sources;
    }

    /**
     * @return the entry as text; empty for a mail that carries none, and for one that takes back what no earlier mail
     *     had put into the calendar
     */
    Optional<String> of(Mailing mailing, Situation situation, Facts facts, Words words, Envelope envelope) {
        var before = situation.told(mailing.recipients().reader()).stream()
                .filter(Told::withEntry)
                .toList();
        return Standing.after(mailing)
                .filter(standing -> !standing.takesBack() || !before.isEmpty())
                .map(standing ->
                        new EntryText(standing, window(standing, before, situation), situation.key(), facts, words))
                .map(text -> calendar(text, event(text, before.size(), envelope)));
    }

    /** What is taken back is the window that the reader knows. */
    private static Window window(Standing standing, List<Told> before, Situation situation) {
        return standing.takesBack()
                ? before.get(before.size() - 1).window(situation.zone())
                : new Window(situation.windowStart(), situation.zone(), situation.downtimeMinutes());
    }

    private VEvent event(EntryText text, int sequence, Envelope envelope) {
        var event = new VEvent();
        event.setUid(uid(text));
        event.setDateTimeStamp(Date.from(sources.clock().instant()));
        event.setSequence(sequence);
        event.setStatus(text.standing().status());
        event.setTransparency(true);
        var language = text.words().language().code();
        event.setSummary(text.summary()).setLanguage(language);
        event.setDescription(text.description()).setLanguage(language);
        event.setUrl(text.address());
        people(event, text.facts(), envelope);
        return event;
    }

    private String uid(EntryText text) {
        var whose = text.facts().ways().isForClient() ? "" : "-inside";
        return "%s%s@%s".formatted(text.key(), whose, sources.mails().domain());
    }

    private static void people(VEvent event, Facts facts, Envelope envelope) {
        event.setOrganizer(new Organizer(facts.change().product(), facts.ways().askAddress()));
        envelope.to().forEach(address -> attend(event, address, ParticipationLevel.REQUIRED));
        envelope.cc().forEach(address -> attend(event, address, ParticipationLevel.OPTIONAL));
    }

    private static void attend(VEvent event, String address, ParticipationLevel level) {
        MailAddress.read(address).ifPresent(one -> {
            var attendee = new Attendee(null, one.text());
            attendee.setParticipationLevel(level);
            attendee.setParticipationStatus(ParticipationStatus.NEEDS_ACTION);
            attendee.setRsvp(false);
            event.addAttendee(attendee);
        });
    }

    private String calendar(EntryText text, VEvent event) {
        var window = text.window();
        var calendar = new ICalendar();
        calendar.setProductId(
                "-//%s//Type-4 deployment//EN".formatted(sources.mails().product()));
        calendar.setMethod(text.standing().method());
        new CalendarZone(window.zone(), window.start()).between(calendar, event, window.start(), window.end());
        calendar.addEvent(event);
        return CalendarText.of(calendar);
    }
}
