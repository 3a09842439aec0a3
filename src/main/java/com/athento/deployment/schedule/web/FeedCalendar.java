package com.athento.deployment.schedule.web;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.post.MailProperties;
import com.athento.deployment.post.calendar.CalendarText;
import com.athento.deployment.post.calendar.CalendarZone;
import com.athento.deployment.record.PlannedWindow;
import com.athento.deployment.schedule.planning.FeedPart;
import com.athento.deployment.schedule.planning.FeedPart.Standing;
import com.athento.deployment.schedule.planning.FeedPart.Times;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The planning as a calendar to subscribe to (RFC 5545; METHOD PUBLISH of RFC 5546: nobody is asked to attend).
 *
 * @param zone the vendor's, in which its times are told
 * @param since no window begins before it
 */
record FeedCalendar(MailProperties mails, Words words, ZoneId zone, Instant since, List<PlannedWindow> windows) {

    String text() {
        var calendar = head();
        var told = new CalendarZone(zone, since);
        told.into(calendar);
        for (var window : windows) {
            for (var part : FeedPart.values()) {
                part.of(window).ifPresent(times -> add(calendar, told, part, window, times));
            }
        }
        return CalendarText.of(calendar);
    }

    private ICalendar head() {
        var title = words.of("planning.feed.title", mails.product());
        var calendar = new ICalendar();
        calendar.setProductId("-//%s//Type-4 deployment//EN".formatted(mails.product()));
        calendar.setMethod(Method.publish());
        calendar.setName(title);
        // What programs read that know no RFC 7986.
        calendar.addExperimentalProperty("X-WR-CALNAME", VObjectPropertyValues.escape(title));
        calendar.addExperimentalProperty("X-WR-TIMEZONE", zone.getId());
        // RFC 7986, 5.7 wants the type to be said; the library leaves it out.
        calendar.setRefreshInterval(biweekly.util.Duration.builder().hours(1).build())
                .setParameter("VALUE", "DURATION");
        calendar.addExperimentalProperty("X-PUBLISHED-TTL", "PT1H");
        return calendar;
    }

    private void add(ICalendar calendar, CalendarZone told, FeedPart part, PlannedWindow window, Times times) {
        var event = new VEvent();
        var changed = Date.from(changed(window));
        event.setUid(uid(part, window));
        event.setDateTimeStamp(changed);
        event.setLastModified(changed);
        event.setSequence(part.sequence(window));
        event.setStatus(status(part.standing(window)));
        // It keeps nobody from other appointments.
        event.setTransparency(true);
        told.between(calendar, event, times.start(), times.end());
        event.setSummary(words.of(
                "planning.feed." + part.standing(window),
                words.of("planning.feed." + part, entry().title(window), window.client())));
        event.setDescription(String.join("\n", description(window)));
        // Whom readers may ask; RFC 5546 wants one in what is published.
        event.setOrganizer(new Organizer(mails.product(), mails.of(Team.PROJECT).getAddress()));
        event.setUrl(mails.baseUrl() + "/interventions/" + window.interventionKey());
        calendar.addEvent(event);
    }

    private List<String> description(PlannedWindow window) {
        return Stream.of(
                        Optional.of(words.code("overview.phase", window.phase())),
                        window.outcome().map(outcome -> words.code("overview.outcome", outcome)),
                        Optional.of(words.in(window.zone()).full(window.windowStart())),
                        Optional.of(words.of("footer.key", window.interventionKey())))
                .flatMap(Optional::stream)
                .toList();
    }

    private EntryWords entry() {
        return new EntryWords(words, zone);
    }

    /** The same for ever, and another one than in mails: a program that has both would take one for the other. */
    private static String uid(FeedPart part, PlannedWindow window) {
        var name = "planning %s %s".formatted(part, window.interventionKey());
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static Instant changed(PlannedWindow window) {
        return Stream.of(
                        Optional.of(window.requestedAt()),
                        window.submittedAt(),
                        window.actualStart(),
                        window.availableSince(),
                        window.endedAt())
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Status status(Standing standing) {
        return switch (standing) {
            case TENTATIVE -> Status.tentative();
            case CONFIRMED -> Status.confirmed();
            case CANCELLED -> Status.cancelled();
        };
    }
}
