package com.athento.deployment.schedule.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Interval;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * Against an oracle that reckons nothing: it goes through a span minute by minute and looks at the client's clock. The
 * spans lie in three years, half of them around a change of clocks.
 */
class CalendarOracleTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);
    private static final int DAYS = 3 * 365;

    private static final List<String> ZONES =
            List.of("Europe/Madrid", "America/Bogota", "Australia/Lord_Howe", "America/New_York");

    private static final Map<String, String> REGIONS = Map.of(
            "Europe/Madrid", "ES-MD",
            "America/Bogota", "CO",
            "Australia/Lord_Howe", "AU-NSW",
            "America/New_York", "US");

    /**
     * A rule in words of RFC 5545, and what it means in words of Java.
     *
     * @param names whether a day is one of it
     */
    record Rule(String text, Predicate<LocalDate> names) {}

    private static final List<Rule> RULES = List.of(
            new Rule("FREQ=DAILY", day -> true),
            new Rule("FREQ=DAILY;INTERVAL=3", day -> ChronoUnit.DAYS.between(MaintenanceWindow.SINCE, day) % 3 == 0),
            new Rule("FREQ=WEEKLY;BYDAY=SA,SU", day -> day.getDayOfWeek().getValue() > 5),
            new Rule(
                    "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU",
                    day -> day.getDayOfWeek() == DayOfWeek.SUNDAY
                            && ChronoUnit.DAYS.between(MaintenanceWindow.SINCE, day) / 7 % 2 == 0),
            new Rule(
                    "FREQ=MONTHLY;BYDAY=3SA",
                    day -> day.getDayOfWeek() == DayOfWeek.SATURDAY && (day.getDayOfMonth() - 1) / 7 == 2),
            new Rule(
                    "FREQ=MONTHLY;BYDAY=-1SU",
                    day -> day.getDayOfWeek() == DayOfWeek.SUNDAY
                            && day.plusDays(7).getMonth() != day.getMonth()),
            new Rule("FREQ=MONTHLY;BYMONTHDAY=31", day -> day.getDayOfMonth() == 31),
            new Rule(
                    "FREQ=MONTHLY;BYMONTHDAY=-1",
                    day -> day.equals(YearMonth.from(day).atEndOfMonth())),
            new Rule(
                    "FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU",
                    day -> (day.getMonthValue() == 3 || day.getMonthValue() == 10)
                            && day.getDayOfWeek() == DayOfWeek.SUNDAY
                            && day.plusDays(7).getMonth() != day.getMonth()),
            new Rule(
                    "FREQ=WEEKLY;UNTIL=20271231;BYDAY=FR",
                    day -> day.getDayOfWeek() == DayOfWeek.FRIDAY && day.getYear() < 2028));

    /** @param rules of its maintenance windows, in their order */
    record Drawn(ClientCalendar calendar, List<Rule> rules, Interval span) {

        /** What the calendar's own classes are not asked. */
        boolean isWorked(Instant minute) {
            var local = minute.atZone(calendar.zone());
            var day = local.toLocalDate();
            return !isHoliday(day)
                    && calendar.calendar().closed().stream()
                            .noneMatch(closed -> closed.from().compareTo(day) <= 0 && day.compareTo(closed.to()) <= 0)
                    && isIn(calendar.hours().text().get(day.getDayOfWeek()), local.toLocalTime());
        }

        private boolean isHoliday(LocalDate day) {
            return calendar.calendar()
                    .holidays()
                    .filter(region -> region.holidays(day.getYear()).containsKey(day))
                    .isPresent();
        }

        private static boolean isIn(String ranges, LocalTime time) {
            if (ranges == null) {
                return false;
            }
            for (var range : ranges.split(", ")) {
                var shown = time.toString();
                var ends = range.split("-");
                if (ends[0].compareTo(shown) <= 0 && shown.compareTo(ends[1]) < 0) {
                    return true;
                }
            }
            return false;
        }

        boolean isMaintenance(Instant minute) {
            var local = minute.atZone(calendar.zone()).toLocalDateTime();
            for (int next = 0; next < rules.size(); next++) {
                var window = calendar.calendar().maintenance().get(next);
                if (isIn(window, rules.get(next), local.toLocalDate(), local)
                        || isIn(window, rules.get(next), local.toLocalDate().minusDays(1), local)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isIn(MaintenanceWindow window, Rule rule, LocalDate begins, LocalDateTime local) {
            var from = begins + "T" + window.from();
            var to = window.to().toString().equals("24:00")
                    ? begins.plusDays(1) + "T00:00"
                    : (window.to().toString().compareTo(window.from().toString()) <= 0 ? begins.plusDays(1) : begins)
                            + "T" + window.to();
            var shown = local.truncatedTo(ChronoUnit.MINUTES).toString();
            return rule.names().test(begins) && from.compareTo(shown) <= 0 && shown.compareTo(to) < 0;
        }

        /** The span's minutes of which something holds, merged. */
        List<Interval> minutes(Predicate<Instant> holds) {
            var found = new ArrayList<Interval>();
            Instant start = null;
            for (var minute = span.start(); minute.isBefore(span.end()); minute = minute.plusSeconds(60)) {
                if (holds.test(minute)) {
                    start = start == null ? minute : start;
                } else if (start != null) {
                    found.add(new Interval(start, minute));
                    start = null;
                }
            }
            if (start != null) {
                found.add(new Interval(start, span.end()));
            }
            return found;
        }
    }

    @Property(tries = 5500, shrinking = ShrinkingMode.BOUNDED)
    void worksWhenTheClockSaysSo(@ForAll("drawn") Drawn drawn) {
        var oracle = drawn.minutes(drawn::isWorked);

        assertThat(drawn.calendar().worked(drawn.span())).isEqualTo(oracle);
        assertThat(drawn.calendar().isWorkedDuring(drawn.span())).isEqualTo(!oracle.isEmpty());
    }

    @Property(tries = 5500, shrinking = ShrinkingMode.BOUNDED)
    void letsUsWorkWhenTheClockSaysSo(@ForAll("drawn") Drawn drawn) {
        assertThat(drawn.calendar().maintenance(drawn.span())).isEqualTo(drawn.minutes(drawn::isMaintenance));
    }

    @Provide
    Arbitrary<Drawn> drawn() {
        return Arbitraries.of(ZONES)
                .flatMap(zone -> Combinators.combine(
                                hours(), closed(), Arbitraries.of(true, false), maintenance(), spans(ZoneId.of(zone)))
                        .as((hours, closed, holidays, maintenance, span) -> new Drawn(
                                new ClientCalendar(
                                        new Calendar(
                                                Optional.of(hours),
                                                holidays
                                                        ? Optional.of(Region.read("holidays", REGIONS.get(zone)))
                                                        : Optional.empty(),
                                                closed,
                                                maintenance.stream()
                                                        .map(Agreed::window)
                                                        .toList()),
                                        hours,
                                        ZoneId.of(zone)),
                                maintenance.stream().map(Agreed::rule).toList(),
                                span)));
    }

    private static Arbitrary<Interval> spans(ZoneId zone) {
        var anywhere = Combinators.combine(
                        Arbitraries.integers().between(0, DAYS),
                        Arbitraries.integers().between(0, 24 * 60 - 1))
                .as((day, minute) -> FIRST.plusDays(day)
                        .atStartOfDay(ZoneId.of("UTC"))
                        .plusMinutes(minute)
                        .toInstant());
        var changes = changes(zone);
        var starts = changes.isEmpty()
                ? anywhere
                : Arbitraries.oneOf(
                        anywhere,
                        Combinators.combine(
                                        Arbitraries.of(changes),
                                        Arbitraries.integers().between(-20 * 60, 4 * 60))
                                .as((change, minute) -> change.plus(Duration.ofMinutes(minute))));
        return Combinators.combine(starts, Arbitraries.integers().between(1, 20 * 60))
                .as((start, minutes) -> Interval.of(start, Duration.ofMinutes(minutes)));
    }

    private static List<Instant> changes(ZoneId zone) {
        var rules = zone.getRules();
        var last = FIRST.plusDays(DAYS).atStartOfDay(zone).toInstant();
        var changes = new ArrayList<Instant>();
        for (var next = rules.nextTransition(FIRST.atStartOfDay(zone).toInstant());
                next != null && next.getInstant().isBefore(last);
                next = rules.nextTransition(next.getInstant())) {
            changes.add(next.getInstant());
        }
        return changes;
    }

    /** Ranges between an even number of times of the day, of which each is used once. */
    private static Arbitrary<WeekHours> hours() {
        return Arbitraries.integers()
                .between(0, 96)
                .list()
                .ofMaxSize(6)
                .map(CalendarOracleTest::ranges)
                .list()
                .ofSize(7)
                .map(days -> {
                    var week = new EnumMap<DayOfWeek, List<DayRange>>(DayOfWeek.class);
                    for (var day : DayOfWeek.values()) {
                        var ranges = days.get(day.getValue() - 1);
                        if (!ranges.isEmpty()) {
                            week.put(day, WeekHours.ranges(day.name(), ranges));
                        }
                    }
                    return new WeekHours(week);
                });
    }

    private static String ranges(List<Integer> quarters) {
        var ends = new ArrayList<>(new TreeSet<>(quarters));
        var ranges = new ArrayList<String>();
        for (int next = 0; next + 1 < ends.size(); next += 2) {
            ranges.add(time(ends.get(next)) + "-" + time(ends.get(next + 1)));
        }
        return String.join(", ", ranges);
    }

    private static String time(int quarters) {
        return "%02d:%02d".formatted(quarters / 4, quarters % 4 * 15);
    }

    private static Arbitrary<List<ClosedDays>> closed() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, DAYS),
                        Arbitraries.integers().between(0, 60))
                .as((day, days) -> new ClosedDays(FIRST.plusDays(day), FIRST.plusDays(day + days), "closed"))
                .list()
                .ofMaxSize(4);
    }

    record Agreed(Rule rule, MaintenanceWindow window) {}

    private static Arbitrary<List<Agreed>> maintenance() {
        return Combinators.combine(
                        Arbitraries.of(RULES),
                        Arbitraries.integers().between(0, 95),
                        Arbitraries.integers().between(1, 96))
                .as((rule, from, to) -> new Agreed(
                        rule,
                        new MaintenanceWindow(
                                Recurrence.read("rule", rule.text()),
                                Optional.empty(),
                                TimeOfDay.START.read("from", time(from)),
                                TimeOfDay.END.read("to", time(to.equals(from) ? 96 : to)))))
                .list()
                .ofMaxSize(3);
    }
}
