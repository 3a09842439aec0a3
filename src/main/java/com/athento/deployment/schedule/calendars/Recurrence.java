package com.athento.deployment.schedule.calendars;

import biweekly.ICalVersion;
import biweekly.io.ParseContext;
import biweekly.io.scribe.property.RecurrenceRuleScribe;
import biweekly.parameter.ICalParameters;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.process.Refused;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A rule of RFC 5545 by which something returns, once a day at most. It knows no zone: it counts in local times, and so
 * does its {@code UNTIL}, with a {@code Z} or without; as a day alone, that day is the last one.
 *
 * @param rule as it was written, such as {@code FREQ=MONTHLY;BYDAY=3SA}
 */
public record Recurrence(String rule) {

    private static final int LONGEST = 200;
    private static final int MOST_INTERVAL = 1000;

    /** What does not happen until then is taken never to happen. */
    private static final int TOO_FAR = 2100;

    private static final Pattern PARTS = Pattern.compile("[A-Z]+=[A-Z0-9,+-]+(;[A-Z]+=[A-Z0-9,+-]+)*");

    private static final Set<Frequency> ONCE_A_DAY =
            EnumSet.of(Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.YEARLY);

    /** Rules count in local times, and this is the zone in which they are instants. */
    private static final TimeZone NO_ZONE = TimeZone.getTimeZone(ZoneOffset.UTC);

    /**
     * Reads a rule.
     *
     * @param where what a refusal calls it
     * @throws Refused if it is none of RFC 5545, returns more often than once a day, or never does
     */
    public static Recurrence read(String where, Object given) {
        var text = String.valueOf(given).strip();
        try {
            return read(text.toUpperCase(Locale.ROOT));
        } catch (NoRule wrong) {
            throw Refused.because("refused.value.none", where, PlainText.quoted(text), wrong.whatIsRight);
        }
    }

    private static Recurrence read(String text) throws NoRule {
        if (text.length() > LONGEST) {
            throw new NoRule("refused.rule.too-long", LONGEST);
        }
        if (!PARTS.matcher(text).matches()) {
            throw new NoRule("refused.rule.none");
        }
        var names = Stream.of(text.split(";"))
                .map(part -> part.replaceFirst("=.*", ""))
                .toList();
        if (names.stream().distinct().count() < names.size()) {
            throw new NoRule("refused.rule.part-twice");
        }
        var reading = new ParseContext();
        var rule = parsed(text, reading);
        if (!rule.getXRules().isEmpty()) {
            throw new NoRule(
                    "refused.rule.unknown-part",
                    String.join(", ", rule.getXRules().keySet()));
        }
        if (rule.getFrequency() == null || !reading.getWarnings().isEmpty()) {
            throw new NoRule("refused.rule.none");
        }
        mustBeRare(rule);
        mustBeInRange(rule);
        mustFit(names, rule);
        var recurrence = new Recurrence(text);
        if (!recurrence.happensAtAll()) {
            throw new NoRule("refused.rule.never");
        }
        return recurrence;
    }

    private static void mustBeRare(biweekly.util.Recurrence rule) throws NoRule {
        if (!ONCE_A_DAY.contains(rule.getFrequency())
                || !rule.getByHour().isEmpty()
                || !rule.getByMinute().isEmpty()
                || !rule.getBySecond().isEmpty()) {
            throw new NoRule("refused.rule.too-often");
        }
    }

    /** The library takes whatever number there is. */
    private static void mustBeInRange(biweekly.util.Recurrence rule) throws NoRule {
        within("INTERVAL", Optional.ofNullable(rule.getInterval()).stream().toList(), 1, MOST_INTERVAL);
        within("COUNT", Optional.ofNullable(rule.getCount()).stream().toList(), 1, Integer.MAX_VALUE);
        within("BYMONTH", rule.getByMonth(), 1, 12);
        withinEitherWay("BYMONTHDAY", rule.getByMonthDay(), 31);
        withinEitherWay("BYYEARDAY", rule.getByYearDay(), 366);
        withinEitherWay("BYWEEKNO", rule.getByWeekNo(), 53);
        withinEitherWay("BYSETPOS", rule.getBySetPos(), 366);
        withinEitherWay("BYDAY", ordinals(rule), 53);
    }

    private static void withinEitherWay(String part, List<Integer> numbers, int most) throws NoRule {
        within(part, numbers.stream().map(Math::abs).toList(), 1, most);
    }

    private static void within(String part, List<Integer> numbers, int least, int most) throws NoRule {
        if (numbers.stream().anyMatch(number -> number < least || number > most)) {
            throw new NoRule("refused.rule.out-of-range", part, least, most);
        }
    }

    private static List<Integer> ordinals(biweekly.util.Recurrence rule) {
        return rule.getByDay().stream()
                .flatMap(day -> Optional.ofNullable(day.getNum()).stream())
                .toList();
    }

    /** What RFC 5545 says about parts that must not stand together. */
    private static void mustFit(List<String> names, biweekly.util.Recurrence rule) throws NoRule {
        var frequency = rule.getFrequency();
        refuse(names.contains("UNTIL") && names.contains("COUNT"), "COUNT", "UNTIL");
        refuse(frequency != Frequency.YEARLY && names.contains("BYWEEKNO"), "BYWEEKNO", frequency);
        refuse(frequency != Frequency.YEARLY && names.contains("BYYEARDAY"), "BYYEARDAY", frequency);
        refuse(frequency == Frequency.WEEKLY && names.contains("BYMONTHDAY"), "BYMONTHDAY", frequency);
        var counted = ordinals(rule).stream().findFirst();
        refuse(
                counted.isPresent() && frequency != Frequency.MONTHLY && frequency != Frequency.YEARLY,
                "BYDAY=" + counted.orElse(0),
                frequency);
    }

    private static void refuse(boolean wrong, Object part, Object other) throws NoRule {
        if (wrong) {
            throw new NoRule("refused.rule.not-together", part, other);
        }
    }

    private boolean happensAtAll() {
        var forEver = new biweekly.util.Recurrence.Builder(parsed())
                .until((ICalDate) null)
                .count(null)
                .build();
        return happens(forEver, MaintenanceWindow.SINCE.atStartOfDay());
    }

    /** Whether there is any time, if it is counted from a first one on. */
    boolean happens(LocalDateTime first) {
        return happens(parsed(), first);
    }

    private static boolean happens(biweekly.util.Recurrence rule, LocalDateTime first) {
        var dates = rule.getDateIterator(new ICalDate(date(first)), NO_ZONE);
        return dates.hasNext() && local(dates.next()).getYear() < TOO_FAR;
    }

    /**
     * When it returns.
     *
     * @param first from when on the rule counts; itself only if the rule names it
     * @param from nothing before this
     * @param until nothing then or later
     */
    public List<LocalDateTime> starts(LocalDateTime first, LocalDateTime from, LocalDateTime until) {
        var dates = parsed().getDateIterator(new ICalDate(date(first)), NO_ZONE);
        dates.advanceTo(date(from));
        var starts = new ArrayList<LocalDateTime>();
        while (dates.hasNext()) {
            var start = local(dates.next());
            if (!start.isBefore(until)) {
                break;
            }
            starts.add(start);
        }
        return starts;
    }

    private biweekly.util.Recurrence parsed() {
        return parsed(rule, new ParseContext());
    }

    private static biweekly.util.Recurrence parsed(String text, ParseContext reading) {
        reading.setVersion(ICalVersion.V2_0);
        var rule = new RecurrenceRuleScribe()
                .parseText(text, null, new ICalParameters(), reading)
                .getValue();
        return rule.getUntil() == null
                ? rule
                : new biweekly.util.Recurrence.Builder(rule)
                        .until(new ICalDate(date(last(rule.getUntil()))))
                        .build();
    }

    private static LocalDateTime last(ICalDate until) {
        var day = until.getRawComponents();
        return LocalDateTime.of(
                LocalDate.of(day.getYear(), day.getMonth(), day.getDate()),
                until.hasTime()
                        ? LocalTime.of(day.getHour(), day.getMinute(), Math.min(day.getSecond(), 59))
                        : LocalTime.of(23, 59, 59));
    }

    private static Date date(LocalDateTime local) {
        return Date.from(local.toInstant(ZoneOffset.UTC));
    }

    private static LocalDateTime local(Date date) {
        return LocalDateTime.ofInstant(date.toInstant(), ZoneOffset.UTC);
    }

    /** As it is written. */
    @Override
    public String toString() {
        return rule;
    }

    /** Why a text is no rule. */
    private static final class NoRule extends Exception {

        private static final long serialVersionUID = 1L;

        private final Sentence whatIsRight;

        NoRule(String code, Object... parts) {
            super(code);
            this.whatIsRight = Sentence.of(code, parts);
        }
    }
}
