package com.athento.deployment.schedule.capacity;

import com.athento.deployment.intervention.Interval;
import com.athento.deployment.record.Places;
import com.athento.deployment.record.Places.Place;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which interventions have the systems team when. */
@Component
public class Capacity {

    private final JdbcClient database;
    private final Places places;
    private final SystemsTeam team;
    private final Clock clock;

    Capacity(JdbcClient database, Places places, SystemsTeam team, Clock clock) {
        this.database = database;
        this.places = places;
        this.team = team;
        this.clock = clock;
    }

    /**
     * Of two who want the last place the second waits here until the first one's transaction ends, and then finds it.
     * Whoever locks an instance, too, locks that first.
     */
    public void lock() {
        database.sql("select id from capacity_turn for update")
                .query(Integer.class)
                .single();
    }

    /**
     * Who has the team in a span.
     *
     * @param exceptKey the intervention that is asked about, which is not in its own way; blank for none
     */
    public List<Hold> holds(Interval span, String exceptKey) {
        return agreed(span, exceptKey)
                .filter(hold -> hold.during().overlaps(span))
                .toList();
    }

    private Stream<Hold> agreed(Interval span, String exceptKey) {
        var now = clock.instant();
        var begin = team.earliestBefore(span.start());
        return places.between(begin, span.end(), now, exceptKey).stream().map(place -> hold(place, now));
    }

    private Hold hold(Place place, Instant now) {
        return new Hold(
                place.interventionKey(),
                place.actualStart()
                        .map(start -> team.sinceStart(start, now))
                        .orElseGet(() -> team.from(place.windowStart())));
    }
}
