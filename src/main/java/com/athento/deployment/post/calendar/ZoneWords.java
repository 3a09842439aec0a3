package com.athento.deployment.post.calendar;

import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VTimezone;
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
import java.util.List;
import java.util.Optional;

/** How a calendar words a zone (RFC 5545, 3.6.5): clocks that stay, or that change on two weekdays of each year. */
final class ZoneWords {

    private static final LocalDateTime EVER = LocalDateTime.of(1970, 1, 1, 0, 0);
    private static final Duration SUMMER = Duration.ofHours(1);

    private ZoneWords() {}

    /** What holds from the first day of that year on; empty if no such words tell it. */
    static Optional<VTimezone> of(ZoneId zone, int year) {
        var name = zone.getId();
        var rules = zone.getRules();
        if (isStillChanging(rules.getTransitions(), year)) {
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

    /** Whether what was decided year by year reaches into that year. */
    private static boolean isStillChanging(List<ZoneOffsetTransition> changes, int year) {
        return !changes.isEmpty()
                && changes.get(changes.size() - 1).getDateTimeAfter().getYear() >= year;
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

    static VTimezone withoutChanges(String name, ZoneOffset offset) {
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
