package com.athento.deployment.schedule.freezes;

import com.athento.deployment.intervention.Environment;
import com.athento.deployment.intervention.Interval;
import com.athento.deployment.process.StoredTime;
import com.athento.deployment.record.PlanToCome;
import com.athento.deployment.register.Client;
import com.athento.deployment.register.Instance;
import com.athento.deployment.schedule.VendorProperties;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All freezes there are and were. */
@Component
public class Freezes {

    private static final String ROWS =
            "select f.*, s.kind, s.code from change_freeze f left join change_freeze_scope s on s.freeze_id = f.id";

    private static final String IN_THEIR_ORDER = " order by f.from_local, f.id";

    private final JdbcClient database;
    private final VendorProperties vendor;

    Freezes(JdbcClient database, VendorProperties vendor) {
        this.database = database;
        this.vendor = vendor;
    }

    /**
     * What holds an instance in a span of time, the first one first. Only that time counts, not what is now.
     *
     * @param client the instance's
     */
    public List<Frozen> on(Instance instance, Client client, Interval span) {
        var place = Place.of(instance, client);
        return on(place, possible(List.of(place), span), span);
    }

    /** What holds which of these windows, by intervention; those that nothing holds are absent. */
    public Map<String, List<Frozen>> on(List<PlanToCome> windows) {
        if (windows.isEmpty()) {
            return Map.of();
        }
        var spans = windows.stream().map(PlanToCome::unavailability).toList();
        var whole = new Interval(
                spans.stream()
                        .map(Interval::start)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                spans.stream().map(Interval::end).max(Comparator.naturalOrder()).orElseThrow());
        var possible = possible(windows.stream().map(Place::of).toList(), whole);
        var frozen = new HashMap<String, List<Frozen>>();
        for (var window : windows) {
            var held = on(Place.of(window), possible, window.unavailability());
            if (!held.isEmpty()) {
                frozen.put(window.interventionKey(), held);
            }
        }
        return frozen;
    }

    private List<Frozen> on(Place place, List<Freeze> possible, Interval span) {
        return inOrder(possible.stream()
                .flatMap(freeze -> freeze.on(place, vendor.vendorZone(), span).stream()
                        .map(during -> new Frozen(freeze, during))));
    }

    /** What holds any of a client's instances in a span of time, the first one first. */
    public List<Frozen> on(List<Instance> instances, Client client, Interval span) {
        var places = instances.stream()
                .map(instance -> Place.of(instance, client))
                .distinct()
                .toList();
        var possible = places.isEmpty() ? List.<Freeze>of() : possible(places, span);
        return inOrder(possible.stream()
                .flatMap(freeze -> Interval.merged(places.stream()
                                .flatMap(place -> freeze.on(place, vendor.vendorZone(), span).stream())
                                .toList())
                        .stream()
                        .map(during -> new Frozen(freeze, during))));
    }

    /**
     * What holds everything, or environments, in a span of time, by the vendor's clock and the first one first.
     *
     * @param environment empty for any
     * @param most of how many freezes that is told at most
     */
    public List<Frozen> everywhere(Optional<Environment> environment, Interval span, int most) {
        var possible = database.sql(ROWS + " where f.id in (" + """
                            select p.id from change_freeze p
                            where p.from_local < :until and p.until_local > :from
                            and (p.ended_at is null or p.ended_at > :start)
                            and (p.everything = true or p.id in (
                                select n.freeze_id from change_freeze_scope n
                                where n.kind = 'ENVIRONMENT' and (n.code = :environment or :any = true)))
                            order by p.from_local, p.id limit :most)""" + IN_THEIR_ORDER)
                .param("from", local(span.start()).minusDays(1))
                .param("until", local(span.end()).plusDays(1))
                .param("start", StoredTime.of(span.start()))
                .param("environment", environment.map(Enum::name).orElse(""))
                .param("any", environment.isEmpty())
                .param("most", most)
                .query(new FreezeRows());
        return inOrder(possible.stream()
                .flatMap(freeze -> freeze.byVendorsClock(vendor.vendorZone(), span).stream()
                        .map(during -> new Frozen(freeze, during))));
    }

    private static List<Frozen> inOrder(Stream<Frozen> frozen) {
        return frozen.sorted(Comparator.comparing(one -> one.during().start())).toList();
    }

    /** Those that name one of the places and may hold in the span, by whatever clock. */
    private List<Freeze> possible(List<Place> places, Interval span) {
        return database.sql(ROWS + """
                         where f.from_local < :until and f.until_local > :from
                        and (f.ended_at is null or f.ended_at > :start)
                        and (f.everything = true or f.id in (
                            select n.freeze_id from change_freeze_scope n
                            where (n.kind = 'ENVIRONMENT' and n.code in (:environments))
                            or (n.kind = 'CLIENT' and n.code in (:clients))
                            or (n.kind = 'INSTANCE' and n.code in (:instances))))""" + IN_THEIR_ORDER)
                .param("from", local(span.start()).minusDays(1))
                .param("until", local(span.end()).plusDays(1))
                .param("start", StoredTime.of(span.start()))
                .param(
                        "environments",
                        named(
                                places,
                                place -> place.environment().map(Enum::name).orElse("")))
                .param("clients", named(places, Place::client))
                .param("instances", named(places, Place::instance))
                .query(new FreezeRows());
    }

    private static Set<String> named(List<Place> places, Function<Place, String> name) {
        return places.stream().map(name).collect(Collectors.toSet());
    }

    /** The one with this number. */
    public Optional<Freeze> find(long id) {
        return database.sql(ROWS + " where f.id = :id").param("id", id).query(new FreezeRows()).stream()
                .findFirst();
    }

    /**
     * A part of them: those that have not been ended first, then by their begin, the last one first.
     *
     * @param start how many to leave out
     */
    public List<Freeze> all(int start, int most) {
        return database.sql(ROWS + """
                         where f.id in (select id from change_freeze
                            order by case when ended_at is null then 0 else 1 end, from_local desc, id desc
                            limit :most offset :start)
                        order by case when f.ended_at is null then 0 else 1 end, f.from_local desc, f.id desc""")
                .param("most", most)
                .param("start", start)
                .query(new FreezeRows());
    }

    private static LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
