package com.athento.deployment.schedule.freezes;

import com.athento.deployment.intervention.Interval;
import com.athento.deployment.record.PlanToCome;
import com.athento.deployment.record.PlansToCome;
import com.athento.deployment.schedule.VendorProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which planned windows freezes meet: those of interventions that have not been started. */
@Component
public class FreezeHits {

    /** More than anybody plans ahead; beyond them nobody is told. */
    static final int MOST = 5000;

    /** A window that has passed by more is planned anew before anything is started. */
    private static final Duration PAST = Duration.ofDays(7);

    private final PlansToCome plans;
    private final Freezes freezes;
    private final VendorProperties vendor;
    private final Clock clock;

    FreezeHits(PlansToCome plans, Freezes freezes, VendorProperties vendor, Clock clock) {
        this.plans = plans;
        this.freezes = freezes;
        this.vendor = vendor;
        this.clock = clock;
    }

    /** Whom a freeze hits as it stands now, by window. */
    public List<Hit> of(Freeze freeze) {
        var hits = around(freeze).map(span -> plans.in(span, MOST)).orElse(List.of()).stream()
                .flatMap(window -> hit(freeze, window).stream())
                .toList();
        var excepted = plans.exceptedAt(
                hits.stream().map(hit -> hit.window().interventionKey()).toList());
        return hits.stream().map(hit -> with(hit, excepted)).toList();
    }

    private Optional<Hit> hit(Freeze freeze, PlanToCome window) {
        return freeze.on(Place.of(window), vendor.vendorZone(), window.unavailability()).stream()
                .findFirst()
                .map(during -> new Hit(window, new Frozen(freeze, during), false));
    }

    /** When windows begin that it may meet; no clock is farther from UTC than a day, and no window longer than one. */
    private Optional<Interval> around(Freeze freeze) {
        var times = freeze.times();
        var from = later(utc(times.from().minusDays(2)), clock.instant().minus(PAST));
        var until = freeze.ended()
                .map(Freeze.Deed::at)
                .orElseGet(() -> utc(times.until().orElse(Times.TOO_FAR).plusDays(1)));
        return from.isBefore(until) ? Optional.of(new Interval(from, until)) : Optional.empty();
    }

    /** What the windows of these interventions meet, by intervention; those that meet nothing are absent. */
    public Map<String, List<Hit>> on(Collection<String> keys) {
        var windows = plans.of(keys);
        var frozen = freezes.on(windows);
        var excepted = plans.exceptedAt(frozen.keySet());
        return windows.stream()
                .filter(window -> frozen.containsKey(window.interventionKey()))
                .flatMap(window -> frozen.get(window.interventionKey()).stream()
                        .map(one -> with(new Hit(window, one, false), excepted)))
                .collect(Collectors.groupingBy(hit -> hit.window().interventionKey()));
    }

    /** What the window of an intervention meets as planned; where it has opened, as it would run now. */
    public List<Hit> now(String key) {
        var windows = plans.of(List.of(key)).stream()
                .map(window -> window.at(later(window.windowStart(), clock.instant())))
                .toList();
        var excepted = plans.exceptedAt(List.of(key));
        return windows.stream()
                .flatMap(window -> freezes.on(List.of(window)).values().stream()
                        .flatMap(List::stream)
                        .map(frozen -> with(new Hit(window, frozen, false), excepted)))
                .toList();
    }

    /** What stands in the way of an intervention at a time that may be another than the planned one. */
    public List<Frozen> against(String key, Instant start) {
        var frozen = plans.of(List.of(key)).stream()
                .map(window -> window.at(start))
                .flatMap(window -> freezes.on(List.of(window)).values().stream())
                .flatMap(List::stream)
                .toList();
        if (frozen.isEmpty()) {
            return frozen;
        }
        var excepted = Optional.ofNullable(plans.exceptedAt(List.of(key)).get(key));
        return frozen.stream()
                .filter(one -> !one.freeze().isCoveredBy(excepted))
                .toList();
    }

    private static Hit with(Hit hit, Map<String, Instant> exceptedAt) {
        var excepted = Optional.ofNullable(exceptedAt.get(hit.window().interventionKey()));
        return new Hit(hit.window(), hit.frozen(), hit.frozen().freeze().isCoveredBy(excepted));
    }

    private static Instant utc(LocalDateTime local) {
        return local.toInstant(ZoneOffset.UTC);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
