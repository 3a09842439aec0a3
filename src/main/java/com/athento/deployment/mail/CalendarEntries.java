package com.athento.deployment.mail;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.parameter.ParticipationLevel;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import com.athento.deployment.intervention.MailAddress;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.post.calendar.CalendarText;
import com.athento.deployment.post.calendar.CalendarZone;
import java.time.Duration;
import java.time.Instant;
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
                .map(standing -> {
                    var window = window(standing, before, situation);
                    var event = event(standing, window, facts, words, situation);
                    event.setSequence(before.size());
                    people(event, facts, envelope);
                    return written(event, window, standing, situation);
                });
    }

    /** What is taken back is the window that the reader knows. */
    private static Window window(Standing standing, List<Told> before, Situation situation) {
        var last = standing.takesBack() ? before.get(before.size() - 1) : null;
        return last == null
                ? new Window(situation.windowStart(), situation.downtimeMinutes())
                : new Window(last.windowStart(), last.downtimeMinutes());
    }

    private record Window(Instant start, int minutes) {

        Instant end() {
            return start.plus(Duration.ofMinutes(minutes));
        }
    }

    private VEvent event(Standing standing, Window window, Facts facts, Words words, Situation situation) {
        var event = new VEvent();
        event.setUid("%s%s@%s"
                .formatted(
                        situation.key(),
                        facts.ways().isForClient() ? "" : "-inside",
                        sources.mails().domain()));
        event.setDateTimeStamp(Date.from(sources.clock().instant()));
        event.setStatus(standing.status());
        event.setTransparency(true);
        event.setSummary(words.of(
                        "entry.summary." + standing.name(),
                        facts.change().product(),
                        facts.change().briefly(),
                        facts.change().instance()))
                .setLanguage(words.language().code());
        event.setDescription(
                        facts.ways().isForClient()
                                ? forClient(standing, window, facts, words, situation)
                                : forColleagues(standing, window, facts, words, situation))
                .setLanguage(words.language().code());
        event.setUrl(
                facts.ways().isForClient()
                        ? facts.ways().statusPage()
                        : facts.ways().link());
        return event;
    }

    /** What is taken back does not start any more. */
    private static String starts(Standing standing, Window window, Facts facts, Words words, Situation situation) {
        var day = words.full(window.start(), situation.zone());
        return standing.takesBack() || facts.times().starts() == null
                ? day
                : day + "\n" + words.of("label.starts") + ": " + facts.times().starts();
    }

    private static String forClient(Standing standing, Window window, Facts facts, Words words, Situation situation) {
        return String.join(
                "\n",
                words.of("entry.what", facts.change().what(), facts.change().instance()),
                // A program that was told UTC shows its own clock only.
                starts(standing, window, facts, words, situation),
                words.of("entry." + standing.name(), facts.times().minutes()),
                words.of("entry.ask", facts.ways().askTeam(), facts.ways().askAddress()),
                words.of("footer.status", facts.ways().statusPage()),
                words.of("footer.key", situation.key()));
    }

    private static String forColleagues(
            Standing standing, Window window, Facts facts, Words words, Situation situation) {
        return String.join(
                "\n",
                words.of(
                        "entry.inside.what",
                        facts.change().what(),
                        facts.change().instance(),
                        facts.change().client()),
                starts(standing, window, facts, words, situation),
                words.of("entry.inside." + standing.name(), facts.times().minutes()),
                facts.ways().link(),
                words.of("footer.key", situation.key()));
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

    private String written(VEvent event, Window window, Standing standing, Situation situation) {
        var calendar = new ICalendar();
        calendar.setProductId(
                "-//%s//Type-4 deployment//EN".formatted(sources.mails().product()));
        calendar.setMethod(standing.method());
        new CalendarZone(situation.zone(), window.start()).between(calendar, event, window.start(), window.end());
        calendar.addEvent(event);
        return CalendarText.of(calendar);
    }

    /** What an entry says of its date. */
    private enum Standing {
        TENTATIVE,
        CONFIRMED,
        /** It stays in sight where it stood, as uncertain, until the new date is asked for. */
        MOVED,
        CANCELLED;

        static Optional<Standing> after(Mailing mailing) {
            return Optional.ofNullable(
                    switch (mailing.template()) {
                        case "consent-request" -> TENTATIVE;
                        case "window-confirmed", "window-for-colleagues" -> CONFIRMED;
                        case "change-for-contact", "change-for-colleagues" -> MOVED;
                        case "ending-for-contact", "ending-for-colleagues" -> CANCELLED;
                        default -> null;
                    });
        }

        Status status() {
            return switch (this) {
                case TENTATIVE, MOVED -> Status.tentative();
                case CONFIRMED -> Status.confirmed();
                case CANCELLED -> Status.cancelled();
            };
        }

        boolean takesBack() {
            return this == MOVED || this == CANCELLED;
        }

        Method method() {
            return this == CANCELLED ? Method.cancel() : Method.request();
        }
    }
}
