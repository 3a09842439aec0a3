package com.athento.deployment.schedule.slots;

import com.athento.deployment.intervention.Severity;
import com.athento.deployment.schedule.capacity.SystemsTeam;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * An oracle for the next slots that reckons nothing: it goes from minute to minute and looks at the client's clock, and
 * asks of each minute of the unavailability, and of each for which the systems team is needed, whether it may be. It
 * shares no rule with what it is held against.
 */
final class MinuteByMinute {

    static final int DAYS = 90;
    static final int A_DAY = 24 * 60;
    static final LocalDate FIRST = LocalDate.of(2026, 6, 1);
    static final int THREE_YEARS = 3 * 365;

    private static final LocalDate DAY_ZERO = FIRST.minusDays(7);
    private static final Instant ZERO = DAY_ZERO.atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final int ALL_DAYS = THREE_YEARS + DAYS + 30;
    private static final Set<Severity> PRESSING = Set.of(Severity.BLOCKER, Severity.CRITICAL, Severity.MAJOR);

    /**
     * A drawn case.
     *
     * @param hours of work, by weekday
     * @param closed days, those of DAY_ZERO on counted
     * @param maintenance windows that were agreed; none: at any time
     * @param freezes of the instance
     * @param holds of other interventions
     * @param now when it is asked
     */
    record Drawn(
            ZoneId zone,
            Map<DayOfWeek, List<Range>> hours,
            List<Days> closed,
            List<Agreed> maintenance,
            List<Minutes> freezes,
            List<Minutes> holds,
            SystemsTeam team,
            SlotTimes times,
            Wanted wanted,
            Duration leadTime,
            Instant now) {}

    /** Minutes of a day by the client's clock, from one to the first one after. */
    record Range(int from, int to) {}

    record Days(LocalDate from, LocalDate to) {}

    /** @param to on the next day, if it is not later than the start */
    record Agreed(Rule rule, int from, int to) {}

    /** Of all minutes that are counted, from one to the first one after. */
    record Minutes(int from, int to) {}

    /**
     * A rule in words of RFC 5545, and what it means in words of Java.
     *
     * @param days that it names, counted from DAY_ZERO
     */
    record Rule(String text, BitSet days) {

        static Rule of(String text, Predicate<LocalDate> names) {
            var days = new BitSet();
            IntStream.range(0, ALL_DAYS)
                    .filter(day -> names.test(DAY_ZERO.plusDays(day)))
                    .forEach(days::set);
            return new Rule(text, days);
        }
    }

    /** What a zone's clock shows. */
    private static final class Clock {

        private static final Map<ZoneId, Clock> ALL = new ConcurrentHashMap<>();

        /** By minute: the minute by the clock, counted alike. */
        private final int[] shown = new int[(ALL_DAYS - 2) * A_DAY];

        /** By minute of the clock: how often it shows that. */
        private final byte[] times = new byte[ALL_DAYS * A_DAY];

        static Clock of(ZoneId zone) {
            return ALL.computeIfAbsent(zone, Clock::new);
        }

        private Clock(ZoneId zone) {
            for (int minute = A_DAY; minute < shown.length; minute++) {
                shown[minute] =
                        minute + zone.getRules().getOffset(instant(minute)).getTotalSeconds() / 60;
                times[shown[minute]]++;
            }
        }
    }

    private final Drawn drawn;
    private final Clock clock;
    private final int begin;
    private final int first;
    // All of these are counted from here: who counts from the first minute of all writes megabytes for each case.
    private final int zero;
    private final BitSet worked = new BitSet();
    private final BitSet agreed = new BitSet();
    private final BitSet lookedAt = new BitSet();
    private final BitSet frozen = new BitSet();
    private final short[] busy = new short[(DAYS + 10) * A_DAY];

    private MinuteByMinute(Drawn drawn) {
        this.drawn = drawn;
        this.clock = Clock.of(drawn.zone);
        this.begin = minute(drawn.wanted.from());
        this.first = clock.shown[begin] / A_DAY;
        this.zero = (first - 3) * A_DAY;
    }

    static List<Instant> slots(Drawn drawn) {
        var oracle = new MinuteByMinute(drawn);
        oracle.writeDays();
        oracle.writeOthers();
        return oracle.search();
    }

    /** Minute by minute of the client's clock, whatever the instants. */
    private void writeDays() {
        for (int day = first - 2; day < first + DAYS + 2; day++) {
            var midnight = day * A_DAY - zero;
            var hours = hours(DAY_ZERO.plusDays(day));
            hours.forEach(range -> worked.set(midnight + range.from, midnight + range.to));
            for (var window : drawn.maintenance) {
                if (window.rule.days.get(day)) {
                    agreed.set(midnight + window.from, midnight + window.to + (window.to <= window.from ? A_DAY : 0));
                }
            }
            drawn.wanted.hour().ifPresent(hour -> lookedAt.set(midnight + minuteOfDay(hour)));
            drawn.times.at().forEach(hour -> lookedAt.set(midnight + minuteOfDay(hour)));
            if (hours.isEmpty()) {
                drawn.times.onFreeDays().forEach(hour -> lookedAt.set(midnight + minuteOfDay(hour)));
            }
        }
    }

    private void writeOthers() {
        drawn.freezes.forEach(freeze -> frozen.set(Math.max(0, freeze.from - zero), Math.max(0, freeze.to - zero)));
        for (var hold : drawn.holds) {
            for (int minute = hold.from; minute < hold.to; minute++) {
                busy[minute - zero]++;
            }
        }
    }

    private List<Range> hours(LocalDate day) {
        return drawn.closed.stream().anyMatch(days -> !day.isBefore(days.from) && !day.isAfter(days.to))
                ? List.of()
                : drawn.hours.getOrDefault(day.getDayOfWeek(), List.of());
    }

    private List<Instant> search() {
        var found = new ArrayList<Instant>();
        for (int minute = begin; minute < begin + (DAYS + 1) * A_DAY && found.size() < drawn.wanted.count(); minute++) {
            if (isInSight(minute) && isInTime(instant(minute)) && isFree(minute) && hasAPlace(minute)) {
                found.add(instant(minute));
            }
        }
        return found;
    }

    private boolean isInSight(int minute) {
        var shown = clock.shown[minute];
        return (is(lookedAt, shown) || (is(agreed, shown) && !is(agreed, clock.shown[minute - 1])))
                && clock.times[shown] == 1
                && shown / A_DAY >= first
                && shown / A_DAY < first + DAYS;
    }

    /** Windows begin with a minute that is still to come; a request that is made now keeps the lead time exactly. */
    private boolean isInTime(Instant start) {
        return !start.isBefore(drawn.wanted.from())
                && start.isAfter(drawn.now)
                && (PRESSING.contains(drawn.wanted.severity())
                        || drawn.now.getEpochSecond() + drawn.leadTime.toSeconds() <= start.getEpochSecond());
    }

    private boolean isFree(int start) {
        for (int minute = start; minute < start + drawn.wanted.minutes(); minute++) {
            var shown = clock.shown[minute];
            if (is(worked, shown) || is(frozen, minute) || !(drawn.maintenance.isEmpty() || is(agreed, shown))) {
                return false;
            }
        }
        return true;
    }

    private boolean hasAPlace(int start) {
        for (int minute = start; minute < start + 60 + drawn.team.pause().toMinutes(); minute++) {
            if (busy[minute - zero] >= drawn.team.atOnce()) {
                return false;
            }
        }
        return true;
    }

    private boolean is(BitSet minutes, int minute) {
        return minutes.get(minute - zero);
    }

    private static int minuteOfDay(LocalTime hour) {
        return hour.getHour() * 60 + hour.getMinute();
    }

    static Instant instant(int minute) {
        return ZERO.plusSeconds(60L * minute);
    }

    /** The one that an instant lies in. */
    static int minute(Instant instant) {
        return Math.toIntExact(Duration.between(ZERO, instant).toMinutes());
    }
}
