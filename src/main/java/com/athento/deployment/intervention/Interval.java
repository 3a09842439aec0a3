package com.athento.deployment.intervention;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A span of time, half-open: what ends where another one begins does not overlap it.
 *
 * @param start the first instant in it
 * @param end the first one after it; not before the start
 */
public record Interval(Instant start, Instant end) {

    public Interval {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException(
                    "an interval from %s until %s: it must not end before it begins".formatted(start, end));
        }
    }

    public static Interval of(Instant start, Duration length) {
        return new Interval(start, start.plus(length));
    }

    public boolean overlaps(Interval other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    /** Whether all of the other one lies in this one. */
    public boolean contains(Interval other) {
        return !other.start.isBefore(start) && !other.end.isAfter(end);
    }

    /** What lies in both; empty where there is nothing, or no more than an instant. */
    public Optional<Interval> common(Interval other) {
        var from = start.isAfter(other.start) ? start : other.start;
        var until = end.isBefore(other.end) ? end : other.end;
        return from.isBefore(until) ? Optional.of(new Interval(from, until)) : Optional.empty();
    }

    /** The same time in as few as possible, in their order: those that overlap or touch are one. */
    public static List<Interval> merged(Collection<Interval> intervals) {
        var merged = new ArrayList<Interval>();
        intervals.stream().sorted(Comparator.comparing(Interval::start)).forEach(next -> {
            var last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last == null || next.start.isAfter(last.end)) {
                merged.add(next);
            } else if (next.end.isAfter(last.end)) {
                merged.set(merged.size() - 1, new Interval(last.start, next.end));
            }
        });
        return List.copyOf(merged);
    }
}
