package com.athento.deployment.schedule.freezes;

import com.athento.deployment.intervention.Interval;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A time in which nothing is deployed.
 *
 * @param version counts its changes, from 1
 * @param contact whom to ask about it
 * @param extendedAt since when it holds all that it holds: since it was made, or since a change after which it held
 *     longer or more
 */
public record Freeze(
        long id,
        int version,
        String name,
        String reason,
        String contact,
        Scope scope,
        Times times,
        Deed made,
        Optional<Deed> changed,
        Optional<Deed> ended,
        Instant extendedAt) {

    /** That somebody did something to it. */
    public record Deed(String by, Instant at) {}

    Freeze endedBy(Deed deed) {
        return new Freeze(
                id, version + 1, name, reason, contact, scope, times, made, changed, Optional.of(deed), extendedAt);
    }

    Freeze changedBy(Deed deed, Stated stated, boolean holdsMore) {
        return new Freeze(
                id,
                version + 1,
                stated.name(),
                stated.reason(),
                stated.contact(),
                stated.scope(),
                stated.times(),
                made,
                Optional.of(deed),
                ended,
                holdsMore ? deed.at() : extendedAt);
    }

    Freeze holding(Scope other) {
        return new Freeze(id, version, name, reason, contact, other, times, made, changed, ended, extendedAt);
    }

    /**
     * When it holds an instance, as far as that overlaps a span: whole, in order, what overlaps or touches as one, and
     * nothing after it was ended.
     */
    List<Interval> on(Place place, ZoneId vendor, Interval span) {
        var all = new ArrayList<Interval>();
        if (scope.holdsByVendorsClock(place)) {
            all.addAll(times.around(span, vendor));
        }
        if (scope.holdsByClientsClock(place)) {
            all.addAll(times.around(span, place.zone()));
        }
        return held(all, span);
    }

    /** The same for what it holds by the vendor's clock, wherever that is. */
    List<Interval> byVendorsClock(ZoneId vendor, Interval span) {
        return held(times.around(span, vendor), span);
    }

    private List<Interval> held(List<Interval> all, Interval span) {
        return Interval.merged(all.stream().flatMap(one -> kept(one).stream()).toList()).stream()
                .filter(span::overlaps)
                .toList();
    }

    private Optional<Interval> kept(Interval planned) {
        return ended.map(Deed::at).filter(planned.end()::isAfter).isEmpty()
                ? Optional.of(planned)
                : ended.map(Deed::at).filter(planned.start()::isBefore).map(end -> new Interval(planned.start(), end));
    }

    /**
     * Whether an exception covers it: whoever let it pass knew all of it.
     *
     * @param exceptedAt when somebody asked for the exception; empty if nobody did
     */
    public boolean isCoveredBy(Optional<Instant> exceptedAt) {
        return exceptedAt.filter(at -> !extendedAt.isAfter(at)).isPresent();
    }
}
