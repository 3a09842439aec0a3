package com.athento.deployment.mail;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.parameter.ParticipationLevel;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import com.athento.deployment.intervention.MailAddress;
import com.athento.deployment.intervention.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The entry that a mail puts into the calendar of the client's contact (RFC 5545 and 5546): one for
 * each intervention, which later mails change. An entry that the reader accepts is no consent.
 */
@Component
class CalendarEntries {

    private final FactSources sources;

    CalendarEntries(FactSources sources) {
        this.sources = sources;
    }

    /**
     * @return the entry as text; empty for a mail that carries none, and for one that takes back
     *     what no earlier mail had put into the calendar
     */
    Optional<String> of(
            Mailing mailing, Situation situation, Facts facts, Words words, Envelope envelope) {
        var before = situation.told().stream().filter(Told::withEntry).toList();
        return Standing.after(mailing)
                .filter(standing -> standing != Standing.CANCELLED || !before.isEmpty())
                .map(
                        standing -> {
                            var event = event(standing, facts, words, situation.key());
                            if (standing == Standing.CANCELLED) {
                                var last = before.get(before.size() - 1);
                                between(event, last.windowStart(), last.downtimeMinutes());
                            } else {
                                between(
                                        event,
                                        situation.windowStart(),
                                        situation.downtimeMinutes());
                            }
                            event.setSequence(before.size());
                            people(event, facts, envelope);
                            return written(event, standing, situation);
                        });
    }

    private VEvent event(Standing standing, Facts facts, Words words, String key) {
        var event = new VEvent();
        event.setUid(key + "@" + domain(sources.mails().sender().getAddress()));
        event.setDateTimeStamp(Date.from(sources.clock().instant()));
        event.setStatus(standing.status());
        event.setTransparency(true);
        event.setSummary(
                        words.of(
                                "entry.summary." + standing.name(),
                                facts.product(),
                                facts.briefly(),
                                facts.instance()))
                .setLanguage(words.language().code());
        event.setDescription(
                        Stream.of(
                                        words.of("entry.what", facts.what(), facts.instance()),
                                        words.of("entry." + standing.name(), facts.minutes()),
                                        words.of("entry.ask", facts.askTeam(), facts.askAddress()),
                                        words.of("footer.status", facts.statusPage()),
                                        words.of("footer.key", key))
                                .collect(Collectors.joining("\n")))
                .setLanguage(words.language().code());
        event.setUrl(facts.statusPage());
        return event;
    }

    private static void between(VEvent event, Instant start, int minutes) {
        event.setDateStart(Date.from(start));
        event.setDateEnd(Date.from(start.plus(Duration.ofMinutes(minutes))));
    }

    private static void people(VEvent event, Facts facts, Envelope envelope) {
        event.setOrganizer(new Organizer(facts.product(), facts.askAddress()));
        envelope.to().forEach(address -> attend(event, address, ParticipationLevel.REQUIRED));
        envelope.cc().forEach(address -> attend(event, address, ParticipationLevel.OPTIONAL));
    }

    private static void attend(VEvent event, String address, ParticipationLevel level) {
        MailAddress.read(address)
                .ifPresent(
                        one -> {
                            var attendee = new Attendee(null, one.text());
                            attendee.setParticipationLevel(level);
                            attendee.setParticipationStatus(ParticipationStatus.NEEDS_ACTION);
                            attendee.setRsvp(false);
                            event.addAttendee(attendee);
                        });
    }

    private String written(VEvent event, Standing standing, Situation situation) {
        var calendar = new ICalendar();
        calendar.setProductId("-//%s//Type-4 deployment//EN".formatted(sources.mails().product()));
        calendar.setMethod(standing.method());
        var zone = new CalendarZone(situation.zone());
        var start = event.getDateStart().getValue().toInstant();
        // Only UTC tells the two hours apart when clocks go back.
        if (zone.shows(start) && zone.shows(event.getDateEnd().getValue().toInstant())) {
            calendar.getTimezoneInfo()
                    .setDefaultTimezone(
                            new TimezoneAssignment(
                                    TimeZone.getTimeZone(situation.zone()), zone.around(start)));
        }
        calendar.addEvent(event);
        return Biweekly.write(calendar).go();
    }

    private static String domain(String address) {
        return address.substring(address.indexOf('@') + 1);
    }

    /** What an entry says of its date. */
    private enum Standing {
        TENTATIVE,
        CONFIRMED,
        CANCELLED;

        static Optional<Standing> after(Mailing mailing) {
            return Optional.ofNullable(
                    switch (mailing.template()) {
                        case "consent-request" -> TENTATIVE;
                        case "window-confirmed" -> CONFIRMED;
                        case "change-for-contact", "ending-for-contact" -> CANCELLED;
                        default -> null;
                    });
        }

        Status status() {
            return switch (this) {
                case TENTATIVE -> Status.tentative();
                case CONFIRMED -> Status.confirmed();
                case CANCELLED -> Status.cancelled();
            };
        }

        Method method() {
            return this == CANCELLED ? Method.cancel() : Method.request();
        }
    }
}
