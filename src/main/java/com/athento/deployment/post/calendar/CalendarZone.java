package com.athento.deployment.post.calendar;

import biweekly.ICalendar;
import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.util.DateTimeComponents;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import biweekly.util.UtcOffset;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
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

    private static final LocalDateTime EVER = LocalDateTime.of(1970, 1, 1, 0, 0);
    private static final Duration SUMMER = Duration.ofHours(1);

    private final ZoneRules rules;
    private final Optional<TimezoneAssignment> told;

    /** @param earliest no time before it will be told */
    public CalendarZone(ZoneId zone, Instant earliest) {
        this.rules = zone.getRules();
        int year = earliest.atZone(zone).getYear() - 1;
        this.told = component(zone.getId(), rules, year).map(component -> assignment(zone, component));
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
                .add(told.orElseGet(() -> assignment(ZoneOffset.UTC, withoutChanges("Etc/UTC", ZoneOffset.UTC))));
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

    /** What holds from the first day of that year on; empty if no such words tell it. */
    private static Optional<VTimezone> component(String name, ZoneRules rules, int year) {
        var changes = rules.getTransitions();
        if (!changes.isEmpty()
                && changes.get(changes.size() - 1).getDateTimeAfter().getYear() >= year) {
            return Optional.empty();
        }
        var yearly = rules.getTransitionRules();
        if (yearly.isEmpty()) {
            return Optional.of(withoutChanges(name, rules.getOffset(Instant.MAX)));
        }
        if (yearly.size() != 2 || !yearly.stream().allMatch(rule -> isTold(rule, year))) {
            return Optional.empty();
        }
        var component = new VTimezone(name);
        yearly.forEach(rule -> add(component, rule, rule.createTransition(year)));
        return Optional.of(component);
    }

    /** Whether it is a first to fourth or the last weekday of a month, by the clock on the wall. */
    private static boolean isTold(ZoneOffsetTransitionRule rule, int year) {
        var first = rule.createTransition(year);
        int day = rule.getDayOfMonthIndicator();
        return first.getDuration().abs().equals(SUMMER)
                && first.getDateTimeBefore().getDayOfWeek() == rule.getDayOfWeek()
                && (isLast(rule) || (day >= 1 && day <= 22 && day % 7 == 1));
    }

    /** Java says "Sunday on or after 25 March" for the last one. */
    private static boolean isLast(ZoneOffsetTransitionRule rule) {
        int day = rule.getDayOfMonthIndicator();
        return day == -1
                || (rule.getMonth() != Month.FEBRUARY && day == rule.getMonth().maxLength() - 6);
    }

    private static VTimezone withoutChanges(String name, ZoneOffset offset) {
        var component = new VTimezone(name);
        component.addStandardTime(filled(new StandardTime(), EVER, offset, offset));
        return component;
    }

    private static void add(VTimezone component, ZoneOffsetTransitionRule rule, ZoneOffsetTransition first) {
        if (first.isGap()) {
            var summer = new DaylightSavingsTime();
            component.addDaylightSavingsTime(filled(summer, first));
            summer.setRecurrenceRule(yearly(rule, first));
        } else {
            var standard = new StandardTime();
            component.addStandardTime(filled(standard, first));
            standard.setRecurrenceRule(yearly(rule, first));
        }
    }

    private static Recurrence yearly(ZoneOffsetTransitionRule rule, ZoneOffsetTransition first) {
        return new Recurrence.Builder(Frequency.YEARLY)
                .byMonth(first.getDateTimeBefore().getMonthValue())
                .byDay(
                        isLast(rule) ? -1 : (rule.getDayOfMonthIndicator() + 6) / 7,
                        biweekly.util.DayOfWeek.valueOf(rule.getDayOfWeek().name()))
                .build();
    }

    private static <T extends Observance> T filled(T observance, ZoneOffsetTransition change) {
        return filled(observance, change.getDateTimeBefore(), change.getOffsetBefore(), change.getOffsetAfter());
    }

    private static <T extends Observance> T filled(
            T observance, LocalDateTime from, ZoneOffset before, ZoneOffset after) {
        observance.setDateStart(new DateTimeComponents(
                from.getYear(),
                from.getMonthValue(),
                from.getDayOfMonth(),
                from.getHour(),
                from.getMinute(),
                from.getSecond(),
                false));
        observance.setTimezoneOffsetFrom(offset(before));
        observance.setTimezoneOffsetTo(offset(after));
        return observance;
    }

    private static UtcOffset offset(ZoneOffset offset) {
        return new UtcOffset(Duration.ofSeconds(offset.getTotalSeconds()).toMillis());
    }
}
