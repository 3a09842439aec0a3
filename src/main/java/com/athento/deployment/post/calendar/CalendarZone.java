package com.athento.deployment.post.calendar;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.property.DateOrDateTimeProperty;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;

/**
 * In which words a calendar tells its times. By the clocks of the client's zone, where calendar programs, Outlook among
 * them, understand the zone (RFC 5545, 3.6.5): clocks that never change, or change by an hour on two weekdays that
 * return every year. All others are told in UTC.
 */
public final class CalendarZone {

    private final ZoneRules rules;
    private final Optional<TimezoneAssignment> told;

    /** @param earliest no time before it will be told */
    public CalendarZone(ZoneId zone, Instant earliest) {
        this.rules = zone.getRules();
        int year = earliest.atZone(zone).getYear() - 1;
        this.told = ZoneWords.of(zone, year).map(component -> assignment(zone, component));
    }

    private static TimezoneAssignment assignment(ZoneId zone, VTimezone component) {
        return new TimezoneAssignment(TimeZone.getTimeZone(zone), component);
    }

    /** Puts an event's times into a calendar that it belongs to. */
    public void between(ICalendar calendar, VEvent event, Instant start, Instant end) {
        event.setDateStart(Date.from(start));
        event.setDateEnd(Date.from(end));
        told.filter(zone -> isShownOnce(start) && isShownOnce(end)).ifPresent(zone -> {
            tell(calendar, event.getDateStart(), zone);
            tell(calendar, event.getDateEnd(), zone);
        });
    }

    /**
     * Puts the zone itself into a calendar, or UTC: one without any component is none (RFC 5545, 3.6), and readers
     * refuse it.
     */
    public void into(ICalendar calendar) {
        calendar.getTimezoneInfo()
                .getTimezones()
                .add(told.orElseGet(
                        () -> assignment(ZoneOffset.UTC, ZoneWords.withoutChanges("Etc/UTC", ZoneOffset.UTC))));
    }

    private static void tell(ICalendar calendar, DateOrDateTimeProperty time, TimezoneAssignment zone) {
        calendar.getTimezoneInfo().setTimezone(time, zone);
    }

    /** Only UTC tells the two hours apart when clocks go back. */
    private boolean isShownOnce(Instant moment) {
        return rules.getValidOffsets(LocalDateTime.ofInstant(moment, rules.getOffset(moment)))
                        .size()
                == 1;
    }
}
