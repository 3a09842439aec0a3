package com.athento.deployment.demo;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.ValuedProperty;
import com.athento.deployment.demo.Letter.Attachment;
import java.time.Instant;
import java.util.Optional;

/**
 * What a mail puts into its reader's calendar, as a calendar program would show it.
 *
 * @param status TENTATIVE, CONFIRMED or CANCELLED; null if the entry does not say
 */
record CalendarEntry(String summary, String status, Instant from, Instant until, String words) {

    /** Empty for anything but a calendar with one event that begins and ends. */
    static Optional<CalendarEntry> in(Attachment attachment) {
        return Optional.ofNullable(attachment.text())
                .filter(text -> attachment.contentType().startsWith("text/calendar"))
                .map(text -> Biweekly.parse(text).first())
                .map(ICalendar::getEvents)
                .filter(events -> events.size() == 1)
                .map(events -> events.get(0))
                .filter(event -> event.getDateStart() != null && event.getDateEnd() != null)
                .map(CalendarEntry::of);
    }

    private static CalendarEntry of(VEvent event) {
        return new CalendarEntry(
                text(event.getSummary()),
                text(event.getStatus()),
                event.getDateStart().getValue().toInstant(),
                event.getDateEnd().getValue().toInstant(),
                text(event.getDescription()));
    }

    private static String text(ValuedProperty<String> property) {
        return property == null ? null : property.getValue();
    }
}
