package com.athento.deployment.schedule.freezes.web;

import com.athento.deployment.intervention.Environment;
import com.athento.deployment.intervention.Phase;
import com.athento.deployment.schedule.ClientTime;
import com.athento.deployment.schedule.calendars.Recurrence;
import com.athento.deployment.schedule.freezes.Freeze;
import com.athento.deployment.schedule.freezes.FreezeHits;
import com.athento.deployment.schedule.freezes.Freezes;
import com.athento.deployment.schedule.freezes.Hit;
import com.athento.deployment.schedule.freezes.KeepFreeze;
import com.athento.deployment.schedule.freezes.Scope;
import com.athento.deployment.schedule.freezes.WrittenFreeze;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/freezes}. */
@RestController
class FreezeDoor {

    /** More than anybody has made. */
    private static final int MOST = 20_000;

    private final Freezes freezes;
    private final KeepFreeze keep;
    private final FreezeHits hits;

    FreezeDoor(Freezes freezes, KeepFreeze keep, FreezeHits hits) {
        this.freezes = freezes;
        this.keep = keep;
        this.hits = hits;
    }

    /** All of them; those that were ended last. */
    @GetMapping("/api/freezes")
    List<Answer> freezes() {
        return freezes.all(0, MOST).stream()
                .map(freeze -> Answer.of(freeze, null))
                .toList();
    }

    @PostMapping("/api/freezes")
    @ResponseStatus(HttpStatus.CREATED)
    Answer post(@RequestBody JsonNode json) {
        return answer(keep.make(json));
    }

    @PutMapping("/api/freezes/{id}")
    Answer put(@PathVariable String id, @RequestBody JsonNode json) {
        return answer(keep.change(id, json));
    }

    private Answer answer(Freeze freeze) {
        return Answer.of(freeze, hits.of(freeze).stream().map(Met::of).toList());
    }

    /**
     * A freeze; what it does not have is null.
     *
     * @param until when the only one ends
     * @param duration how long it takes each time, with a rule
     * @param version counts its changes; sent back with a change, it is refused if there was another one meanwhile
     * @param hits only in answer to a change
     */
    record Answer(
            long id,
            String name,
            String reason,
            String contact,
            Named scope,
            String from,
            String until,
            String rule,
            String duration,
            int version,
            String madeBy,
            Instant madeAt,
            String changedBy,
            Instant changedAt,
            String endedBy,
            Instant endedAt,
            List<Met> hits) {

        static Answer of(Freeze freeze, List<Met> hits) {
            var changed = freeze.changed();
            var ended = freeze.ended();
            return new Answer(
                    freeze.id(),
                    freeze.name(),
                    freeze.reason(),
                    freeze.contact(),
                    Named.of(freeze.scope()),
                    ClientTime.text(freeze.times().from()),
                    WrittenFreeze.until(freeze.times()),
                    freeze.times().rule().map(Recurrence::rule).orElse(null),
                    WrittenFreeze.duration(freeze.times()),
                    freeze.version(),
                    freeze.made().by(),
                    freeze.made().at(),
                    changed.map(Freeze.Deed::by).orElse(null),
                    changed.map(Freeze.Deed::at).orElse(null),
                    ended.map(Freeze.Deed::by).orElse(null),
                    ended.map(Freeze.Deed::at).orElse(null),
                    hits);
        }
    }

    /** What it holds, in the order of names. */
    record Named(boolean everything, List<Environment> environments, List<String> clients, List<String> instances) {

        static Named of(Scope scope) {
            return new Named(
                    scope.everything(),
                    sorted(scope.environments()),
                    sorted(scope.clients()),
                    sorted(scope.instances()));
        }

        private static <T extends Comparable<T>> List<T> sorted(Set<T> some) {
            return some.stream().sorted(Comparator.naturalOrder()).toList();
        }
    }

    /** A planned window that it meets. */
    record Met(
            String key,
            String instance,
            Instant windowStart,
            String windowStartLocal,
            String zone,
            String requester,
            Phase phase,
            boolean excepted) {

        static Met of(Hit hit) {
            var window = hit.window();
            return new Met(
                    window.interventionKey(),
                    window.instanceCode(),
                    window.windowStart(),
                    ClientTime.of(window.windowStart(), window.zone()).text(),
                    window.zone().getId(),
                    window.requester(),
                    window.phase(),
                    hit.excepted());
        }
    }
}
