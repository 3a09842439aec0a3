package com.athento.deployment.statuspage.web;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import com.athento.deployment.intervention.PublicState;
import com.athento.deployment.statuspage.StatusEntry;
import com.athento.deployment.statuspage.StatusWords;
import java.time.Duration;
import java.util.Date;
import java.util.List;

/**
 * The agreed windows as a calendar to subscribe to (RFC 5545; METHOD PUBLISH of RFC 5546: nobody is
 * asked to attend). Times are in UTC: each reader's calendar shows them on its own clock.
 *
 * @param ask whom readers may ask; RFC 5546 wants an organizer in what is published
 * @param domain of the sender, which makes the entries' ids unique in the world
 */
record CalendarFeed(
        String title,
        String page,
        String ask,
        String domain,
        List<StatusEntry> entries,
        StatusWords words) {

    String text() {
        var calendar = new ICalendar();
        calendar.setProductId("-//%s//Type-4 deployment//EN".formatted(words.product()));
        calendar.setMethod(Method.publish());
        calendar.setName(title);
        // What programs read that know no RFC 7986.
        calendar.addExperimentalProperty("X-WR-CALNAME", title);
        calendar.addExperimentalProperty("X-WR-TIMEZONE", words.zone().getId());
        calendar.setRefreshInterval(biweekly.util.Duration.builder().hours(1).build());
        entries.forEach(entry -> calendar.addEvent(event(entry)));
        return Biweekly.write(calendar).go();
    }

    private VEvent event(StatusEntry entry) {
        var latest = entry.latest();
        var event = new VEvent();
        event.setUid(latest.key() + "@" + domain);
        event.setDateTimeStamp(Date.from(latest.at()));
        event.setLastModified(Date.from(latest.at()));
        event.setSequence(entry.updates().size() - 1);
        event.setStatus(status(latest.state()));
        // It keeps nobody from other appointments.
        event.setTransparency(true);
        event.setDateStart(Date.from(latest.windowStart()));
        event.setDateEnd(
                Date.from(latest.windowStart().plus(Duration.ofMinutes(latest.minutes()))));
        event.setSummary("%s: %s".formatted(words.what(latest), words.state(latest)));
        event.setDescription(words.sentence(latest));
        event.setUrl(page);
        event.setOrganizer(new Organizer(words.product(), ask));
        return event;
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
