package com.athento.deployment.schedule.freezes;

import com.athento.deployment.intervention.Interval;
import com.athento.deployment.schedule.calendars.Recurrence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a freeze holds, by whatever clock. Where that skips a time, what would begin or end there does at the moment of
 * the change; where it shows a time twice, a freeze begins at the first and ends at the second: it is never shorter
 * than the clock says.
 *
 * @param from its only begin; with a rule the first moment from which that counts, a begin itself only if the rule
 *     names it
 * @param length by the clock: a freeze of a day ends at the same hour of the day after, whatever happens in the night
 * @param rule how it returns
 */
public record Times(LocalDateTime from, Duration length, Optional<Recurrence> rule) {

    /** A rule that has not named any day until then is taken never to. */
    static final LocalDateTime TOO_FAR = LocalDateTime.of(2100, 1, 1, 0, 0);

    static Times once(LocalDateTime from, LocalDateTime until) {
        return new Times(from, Duration.between(from, until), Optional.empty());
    }

    /** When the only one ends. */
    Optional<LocalDateTime> until() {
        return rule.isPresent() ? Optional.empty() : Optional.of(from.plus(length));
    }

    /** The first begin; empty where a rule never has one. */
    Optional<LocalDateTime> first() {
        return rule.map(returning ->
                        returning.starts(from, from, TOO_FAR).stream().findFirst())
                .orElse(Optional.of(from));
    }

    /** All that overlap a span, whole, in their order. */
    List<Interval> around(Interval span, ZoneId zone) {
        return begins(span, zone)
                .map(begin -> new Interval(begin(begin, zone), end(begin.plus(length), zone)))
                .filter(span::overlaps)
                .toList();
    }

    /** Whether all that the other one holds surely lies in this one; rules are only compared word for word. */
    boolean contains(Times other) {
        return (rule.isPresent() || other.rule.isPresent())
                ? equals(other)
                : !other.from.isBefore(from) && !other.from.plus(length).isAfter(from.plus(length));
    }

    private Stream<LocalDateTime> begins(Interval span, ZoneId zone) {
        // A clock is never changed by more than a day.
        var earliest = LocalDateTime.ofInstant(span.start(), zone).minus(length).minusDays(1);
        var latest = LocalDateTime.ofInstant(span.end(), zone).plusDays(1);
        return rule.map(returning -> returning.starts(from, later(earliest, from), latest).stream())
                .orElseGet(() -> Stream.of(from));
    }

    private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant begin(LocalDateTime local, ZoneId zone) {
        var change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }

    private static Instant end(LocalDateTime local, ZoneId zone) {
        var change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone).withLaterOffsetAtOverlap().toInstant();
    }
}
