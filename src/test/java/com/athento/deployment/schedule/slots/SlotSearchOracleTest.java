package com.athento.deployment.schedule.slots;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Interval;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.schedule.ClientTime;
import com.athento.deployment.schedule.capacity.Hold;
import com.athento.deployment.schedule.capacity.SystemsTeam;
import com.athento.deployment.schedule.slots.Agenda.Ban;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The search against one that looks at every minute by itself, in zones whose clocks change by an hour, by half an
 * hour, at other dates, and not at all.
 */
class SlotSearchOracleTest {

    private static final List<String> ZONES =
            List.of("Europe/Madrid", "America/Santiago", "Australia/Lord_Howe", "America/Bogota");

    private static final int DAYS = 90;

    /**
     * A drawn case.
     *
     * @param agenda everything about it to the minute
     */
    record Drawn(Agenda agenda, SlotTimes times, Wanted wanted, Instant earliest) {}

    @Property(tries = 1000, edgeCases = net.jqwik.api.EdgeCasesMode.NONE)
    void findsWhatLookingAtEveryMinuteFinds(@ForAll("cases") Drawn drawn) {
        var found = new SlotSearch(drawn.agenda, drawn.times, drawn.wanted, drawn.earliest).next();

        assertThat(found.next()).extracting(ClientTime::instant).isEqualTo(oracle(drawn));
        assertThat(found.none().isPresent()).isEqualTo(found.next().isEmpty());
    }

    private static List<Instant> oracle(Drawn drawn) {
        var zone = drawn.agenda.zone();
        var first = drawn.wanted.from().atZone(zone).toLocalDate();
        var starts = new TreeSet<Instant>();
        for (int ahead = 0; ahead < DAYS && starts.size() < drawn.wanted.count(); ahead++) {
            var day = first.plusDays(ahead);
            var locals = new HashSet<LocalDateTime>();
            drawn.wanted.hour().ifPresent(hour -> locals.add(day.atTime(hour)));
            drawn.times.at().forEach(hour -> locals.add(day.atTime(hour)));
            if (drawn.agenda.freeDays().contains(day)) {
                drawn.times.onFreeDays().forEach(hour -> locals.add(day.atTime(hour)));
            }
            drawn.agenda.maintenance().stream()
                    .flatMap(List::stream)
                    .map(window -> window.start().atZone(zone).toLocalDateTime())
                    .filter(local -> local.toLocalDate().equals(day))
                    .forEach(locals::add);
            locals.stream()
                    .map(local -> instants(local, zone))
                    .filter(instants -> instants.size() == 1)
                    .flatMap(Collection::stream)
                    .filter(start -> isFree(drawn, start))
                    .forEach(starts::add);
        }
        return starts.stream().limit(drawn.wanted.count()).toList();
    }

    /** All instants at which the zone's clocks show it. */
    private static Set<Instant> instants(LocalDateTime local, ZoneId zone) {
        var instants = new HashSet<Instant>();
        for (int hours = -30; hours <= 30; hours++) {
            var offset =
                    zone.getRules().getOffset(local.toInstant(ZoneOffset.UTC).plus(Duration.ofHours(hours)));
            var instant = local.toInstant(offset);
            if (instant.atZone(zone).toLocalDateTime().equals(local)) {
                instants.add(instant);
            }
        }
        return instants;
    }

    private static boolean isFree(Drawn drawn, Instant start) {
        // What is far away is left out, or it would take minutes.
        var agenda = drawn.agenda.within(new Interval(start.minus(Duration.ofDays(1)), start.plus(Duration.ofDays(1))));
        var unavailable = minutes(start, drawn.wanted.minutes());
        var team = minutes(start, 60 + agenda.team().pause().toMinutesPart());
        return !start.isBefore(drawn.earliest)
                && unavailable.stream().noneMatch(minute -> isIn(minute, agenda.worked()))
                && unavailable.stream()
                        .noneMatch(minute -> isIn(
                                minute, agenda.bans().stream().map(Ban::during).toList()))
                && agenda.maintenance()
                        .map(windows -> unavailable.stream().allMatch(minute -> isIn(minute, windows)))
                        .orElse(true)
                && team.stream()
                        .allMatch(minute -> agenda.holds().stream()
                                        .filter(hold -> isIn(minute, List.of(hold.during())))
                                        .count()
                                < agenda.team().atOnce());
    }

    private static List<Instant> minutes(Instant start, int length) {
        return IntStream.range(0, length)
                .mapToObj(minute -> start.plus(Duration.ofMinutes(minute)))
                .toList();
    }

    private static boolean isIn(Instant minute, Collection<Interval> intervals) {
        return intervals.stream()
                .anyMatch(interval -> !minute.isBefore(interval.start()) && minute.isBefore(interval.end()));
    }

    @Provide
    Arbitrary<Drawn> cases() {
        return Combinators.combine(
                        Arbitraries.of(ZONES).map(ZoneId::of),
                        Arbitraries.integers().between(0, 3 * 365),
                        Arbitraries.integers().between(0, 24 * 60 - 1),
                        Arbitraries.randoms())
                .as((zone, day, minute, random) -> {
                    var from = LocalDate.parse("2026-01-01")
                            .plusDays(day)
                            .atStartOfDay(zone)
                            .toInstant()
                            .plus(Duration.ofMinutes(minute));
                    var draw = new Draw(random, from, zone);
                    return new Drawn(
                            draw.agenda(),
                            new SlotTimes(draw.hours(1 + random.nextInt(2)), draw.hours(random.nextInt(2))),
                            new Wanted(
                                    1 + random.nextInt(60),
                                    Severity.NONE,
                                    draw.perhaps(draw.hours(1).get(0)),
                                    from,
                                    1 + random.nextInt(4)),
                            from.plus(Duration.ofMinutes(random.nextInt(5 * 24 * 60))));
                });
    }

    /** Everything of a case from one source, so that what failed can be drawn again. */
    private record Draw(java.util.Random random, Instant from, ZoneId zone) {

        private static final int SPAN = DAYS * 24 * 60;

        Agenda agenda() {
            var first = from.atZone(zone).toLocalDate();
            var team = new SystemsTeam(1 + random.nextInt(3), Duration.ofMinutes(random.nextInt(3) * 15L));
            var free = new HashSet<LocalDate>();
            IntStream.range(0, DAYS)
                    .filter(day -> random.nextInt(3) == 0)
                    .forEach(day -> free.add(first.plusDays(day)));
            return new Agenda(
                    zone,
                    intervals(random.nextInt(200), 10 * 60),
                    free,
                    perhaps(merged(intervals(random.nextInt(60), 6 * 60))),
                    intervals(random.nextInt(6), 20 * 24 * 60).stream()
                            .map(during -> new Ban("Freeze", during))
                            .toList(),
                    IntStream.range(0, random.nextInt(300))
                            .mapToObj(number -> new Hold("INT-" + number, team.from(start())))
                            .toList(),
                    team);
        }

        <T> Optional<T> perhaps(T value) {
            return random.nextBoolean() ? Optional.of(value) : Optional.empty();
        }

        /** Often at night, when clocks change, and often at an hour at which others begin. */
        List<LocalTime> hours(int number) {
            return IntStream.range(0, number)
                    .mapToObj(any -> random.nextBoolean()
                            ? LocalTime.of(random.nextInt(4), random.nextInt(4) * 15)
                            : LocalTime.of(18 + random.nextInt(6), random.nextInt(2) * 30))
                    .toList();
        }

        private Instant start() {
            var day = from.atZone(zone).toLocalDate().plusDays(random.nextInt(DAYS));
            return random.nextBoolean()
                    ? from.plus(Duration.ofMinutes(random.nextInt(SPAN)))
                    : day.atTime(hours(1).get(0)).atZone(zone).toInstant();
        }

        private List<Interval> intervals(int number, int longest) {
            return IntStream.range(0, number)
                    .mapToObj(any -> Interval.of(start(), Duration.ofMinutes(1 + random.nextInt(longest))))
                    .toList();
        }

        private static List<Interval> merged(List<Interval> intervals) {
            var merged = new ArrayList<Interval>();
            intervals.stream().sorted(Comparator.comparing(Interval::start)).forEach(next -> {
                var last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
                Predicate<Interval> reaches = before -> !next.start().isAfter(before.end());
                if (last != null && reaches.test(last)) {
                    var end = last.end().isAfter(next.end()) ? last.end() : next.end();
                    merged.set(merged.size() - 1, new Interval(last.start(), end));
                } else {
                    merged.add(next);
                }
            });
            return merged;
        }
    }
}
