package com.athento.deployment.schedule.calendars;

import com.athento.deployment.intervention.Interval;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The instants at which a clock shows a time within a range. In a night that skips an hour they are fewer, in one that
 * repeats an hour they are more, and may then be two parts: 01:30 to 02:30 comes once more from 02:00 on.
 */
final class LocalTimes {

    private LocalTimes() {}

    /** In their order; none that touch. */
    static List<Interval> between(LocalDateTime from, LocalDateTime to, ZoneId zone) {
        var rules = zone.getRules();
        // No offset is farther from UTC than these.
        var at = from.toInstant(ZoneOffset.MAX);
        var last = to.toInstant(ZoneOffset.MIN);
        var parts = new ArrayList<Interval>();
        while (at.isBefore(last)) {
            var next = rules.nextTransition(at);
            var until = next == null ? last : earlier(next.getInstant(), last);
            var offset = rules.getOffset(at);
            new Interval(from.toInstant(offset), to.toInstant(offset))
                    .common(new Interval(at, until))
                    .ifPresent(parts::add);
            at = until;
        }
        return Interval.merged(parts);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
