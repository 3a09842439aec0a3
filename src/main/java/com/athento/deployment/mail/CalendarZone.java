package com.athento.deployment.mail;

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
import java.time.zone.ZoneRules;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A zone as a calendar program reads it (RFC 5545, 3.6.5): two rules that return every year, as
 * Outlook wants them. Where clocks follow no such rule, what holds around the moment in question.
 */
record CalendarZone(ZoneId zone) {

    private static final LocalDateTime EVER = LocalDateTime.of(1970, 1, 1, 0, 0);

    /** Whether the clocks of the zone show this moment once: the hour that they repeat is not. */
    boolean shows(Instant moment) {
        return zone.getRules().getValidOffsets(LocalDateTime.ofInstant(moment, zone)).size() == 1;
    }

    VTimezone around(Instant moment) {
        var timezone = new VTimezone(zone.getId());
        var rules = zone.getRules();
        int year = moment.atZone(zone).getYear() - 1;
        if (returnEveryYear(rules, year)) {
            for (var rule : rules.getTransitionRules()) {
                var first = rule.createTransition(year);
                add(timezone, first, Optional.of(yearly(rule, first)));
            }
        } else {
            around(moment, rules).forEach(change -> add(timezone, change, Optional.empty()));
            if (rules.previousTransition(moment) == null) {
                timezone.addStandardTime(
                        filled(
                                new StandardTime(),
                                EVER,
                                rules.getOffset(moment),
                                rules.getOffset(moment)));
            }
        }
        return timezone;
    }

    private static boolean returnEveryYear(ZoneRules rules, int year) {
        var last = rules.getTransitions();
        return !rules.getTransitionRules().isEmpty()
                && last.get(last.size() - 1).getDateTimeBefore().getYear() < year
                && rules.getTransitionRules().stream()
                        .allMatch(rule -> isNthWeekday(rule, rule.createTransition(year)));
    }

    /** Whether it is a first to fourth or the last weekday of a month, by the clock on the wall. */
    private static boolean isNthWeekday(ZoneOffsetTransitionRule rule, ZoneOffsetTransition first) {
        int day = rule.getDayOfMonthIndicator();
        return first.getDateTimeBefore().getDayOfWeek() == rule.getDayOfWeek()
                && (isLast(rule) || (day <= 22 && day % 7 == 1));
    }

    /** Java says "Sunday on or after 25 March" for the last one. */
    private static boolean isLast(ZoneOffsetTransitionRule rule) {
        int day = rule.getDayOfMonthIndicator();
        return day == -1
                || (rule.getMonth() != Month.FEBRUARY && day == rule.getMonth().maxLength() - 6);
    }

    private static Recurrence yearly(ZoneOffsetTransitionRule rule, ZoneOffsetTransition first) {
        return new Recurrence.Builder(Frequency.YEARLY)
                .byMonth(first.getDateTimeBefore().getMonthValue())
                .byDay(
                        isLast(rule) ? -1 : (rule.getDayOfMonthIndicator() + 6) / 7,
                        biweekly.util.DayOfWeek.valueOf(rule.getDayOfWeek().name()))
                .build();
    }

    private static Stream<ZoneOffsetTransition> around(Instant moment, ZoneRules rules) {
        return Stream.of(
                        rules.previousTransition(moment.plusNanos(1)), rules.nextTransition(moment))
                .filter(Objects::nonNull);
    }

    private void add(
            VTimezone timezone, ZoneOffsetTransition change, Optional<Recurrence> everyYear) {
        boolean summer = zone.getRules().isDaylightSavings(change.getInstant());
        var observance =
                filled(
                        summer ? new DaylightSavingsTime() : new StandardTime(),
                        change.getDateTimeBefore(),
                        change.getOffsetBefore(),
                        change.getOffsetAfter());
        everyYear.ifPresent(observance::setRecurrenceRule);
        if (observance instanceof DaylightSavingsTime daylight) {
            timezone.addDaylightSavingsTime(daylight);
        } else {
            timezone.addStandardTime((StandardTime) observance);
        }
    }

    private static <T extends Observance> T filled(
            T observance, LocalDateTime from, ZoneOffset before, ZoneOffset after) {
        observance.setDateStart(
                new DateTimeComponents(
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
