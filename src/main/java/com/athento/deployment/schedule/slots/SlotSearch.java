package com.athento.deployment.schedule.slots;

import com.athento.deployment.intervention.Interval;
import com.athento.deployment.schedule.ClientTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Looks for slots, day by day on the client's calendar, at a few hours of each.
 *
 * @param agenda of all the days
 * @param wanted what for
 * @param earliest nothing before this
 */
record SlotSearch(Agenda agenda, SlotTimes times, Wanted wanted, Instant earliest) {

    /** How far a slot may lie ahead. */
    static final int DAYS = 90;

    private static final Comparator<Obstacle> FARTHEST = Comparator.comparing(Obstacle::rule);

    /** What the agenda of a search that begins on some day must cover. */
    static Interval span(Instant from, ZoneId zone) {
        var first = from.atZone(zone).toLocalDate();
        return day(first, first.plusDays(DAYS), zone);
    }

    Slots next() {
        var found = new ArrayList<ClientTime>();
        var obstacles = new TreeMap<Obstacle, Integer>(FARTHEST.thenComparing(Obstacle::name));
        var first = wanted.from().atZone(zone()).toLocalDate();
        for (var day = first; day.isBefore(first.plusDays(DAYS)); day = day.plusDays(1)) {
            look(day, found, obstacles);
            if (found.size() >= wanted.count()) {
                return new Slots(found.subList(0, wanted.count()), Optional.empty());
            }
        }
        return found.isEmpty() ? Slots.none(new NoSlot(DAYS, obstacles)) : new Slots(found, Optional.empty());
    }

    /** A day on which nothing is possible is taken by the rule that only its best hour comes up to. */
    private void look(LocalDate day, List<ClientTime> found, Map<Obstacle, Integer> obstacles) {
        var ofTheDay = agenda.within(day(day, day.plusDays(1), zone()));
        var before = found.size();
        var minded = new ArrayList<Obstacle>();
        for (var start : starts(day, ofTheDay)) {
            ofTheDay.obstacle(start, wanted.minutes(), earliest)
                    .ifPresentOrElse(minded::add, () -> found.add(ClientTime.of(start, zone())));
        }
        if (found.size() == before) {
            minded.stream().max(FARTHEST).ifPresent(obstacle -> obstacles.merge(obstacle, 1, Integer::sum));
        }
    }

    private SortedSet<Instant> starts(LocalDate day, Agenda ofTheDay) {
        var rules = zone().getRules();
        var starts = new TreeSet<Instant>();
        Stream.concat(
                        hours(day).map(day::atTime),
                        ofTheDay.maintenance().stream()
                                .flatMap(List::stream)
                                .map(window -> window.start().atZone(zone()).toLocalDateTime())
                                .filter(local -> local.toLocalDate().equals(day)))
                .filter(local -> rules.getValidOffsets(local).size() == 1)
                .forEach(local -> starts.add(local.atZone(zone()).toInstant()));
        return starts;
    }

    private Stream<LocalTime> hours(LocalDate day) {
        var always = Stream.concat(wanted.hour().stream(), times.at().stream());
        return agenda.freeDays().contains(day) ? Stream.concat(always, times.onFreeDays().stream()) : always;
    }

    private ZoneId zone() {
        return agenda.zone();
    }

    /** With what reaches over its ends: what begins late in a day goes on in the next one. */
    private static Interval day(LocalDate first, LocalDate last, ZoneId zone) {
        var margin = Duration.ofDays(1);
        return new Interval(
                first.atStartOfDay(zone).toInstant().minus(margin),
                last.atStartOfDay(zone).toInstant().plus(margin).plus(margin));
    }
}
