package com.athento.deployment.statuspage.web;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import com.athento.deployment.intervention.PublicState;
import com.athento.deployment.post.calendar.CalendarText;
import com.athento.deployment.post.calendar.CalendarZone;
import com.athento.deployment.statuspage.StatusEntry;
import com.athento.deployment.statuspage.StatusWords;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/**
 * The agreed windows as a calendar to subscribe to (RFC 5545; METHOD PUBLISH of RFC 5546: nobody is asked to attend).
 *
 * @param ask whom readers may ask; RFC 5546 wants an organizer in what is published
 * @param since when the page began
 */
record CalendarFeed(
        String title, String page, String ask, Instant since, List<StatusEntry> entries, StatusWords words) {

    String text() {
        var calendar = head();
        var zone = new CalendarZone(words.zone(), earliest());
        zone.into(calendar);
        entries.forEach(entry -> calendar.addEvent(event(entry, zone, calendar)));
        return CalendarText.of(calendar);
    }

    private ICalendar head() {
        var calendar = new ICalendar();
        calendar.setProductId("-//%s//Type-4 deployment//EN".formatted(words.product()));
        calendar.setMethod(Method.publish());
        calendar.setName(title);
        // What programs read that know no RFC 7986.
        calendar.addExperimentalProperty("X-WR-CALNAME", VObjectPropertyValues.escape(title));
        calendar.addExperimentalProperty("X-WR-TIMEZONE", words.zone().getId());
        // RFC 7986, 5.7 wants the type to be said; the library leaves it out.
        calendar.setRefreshInterval(biweekly.util.Duration.builder().hours(1).build())
                .setParameter("VALUE", "DURATION");
        calendar.addExperimentalProperty("X-PUBLISHED-TTL", "PT1H");
        return calendar;
    }

    private Instant earliest() {
        return entries.stream()
                .map(entry -> entry.latest().windowStart())
                .min(Comparator.naturalOrder())
                .orElse(since);
    }

    private VEvent event(StatusEntry entry, CalendarZone zone, ICalendar calendar) {
        var latest = entry.latest();
        var event = new VEvent();
        event.setUid(uid(latest.key()));
        event.setDateTimeStamp(Date.from(latest.at()));
        event.setLastModified(Date.from(latest.at()));
        event.setSequence(entry.updates().size() - 1);
        event.setStatus(status(latest.state()));
        // It keeps nobody from other appointments.
        event.setTransparency(true);
        zone.between(calendar, event, latest.windowStart(), latest.windowEnd());
        event.setSummary("%s: %s".formatted(words.what(latest), words.state(latest)));
        event.setDescription(String.join(
                "\n",
                words.sentence(latest),
                words.moments().full(latest.windowStart()),
                words.words().of("footer.key", latest.key())));
        event.setUrl(page);
        event.setOrganizer(new Organizer(words.product(), ask));
        return event;
    }

    /**
     * The same for ever, and another one than the invitation's in the contact's mails: a program that has both would
     * take one for an update of the other.
     */
    private static String uid(String key) {
        return UUID.nameUUIDFromBytes(("status " + key).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** What is moved stays in sight where it stood, as uncertain: a cancelled one would vanish. */
    private static Status status(PublicState state) {
        return switch (state) {
            case MOVED -> Status.tentative();
            case CANCELLED -> Status.cancelled();
            default -> Status.confirmed();
        };
    }
}
