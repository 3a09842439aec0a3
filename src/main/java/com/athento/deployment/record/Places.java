package com.athento.deployment.record;

import com.athento.deployment.process.RecordRow;
import com.athento.deployment.process.StoredTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which interventions need the systems team: from the check that they passed until their version is settled. What is
 * kept for a client that is still asked counts like its window.
 */
@Component
public class Places {

    private final JdbcClient database;

    Places(JdbcClient database) {
        this.database = database;
    }

    /**
     * What the overview knows of one.
     *
     * @param windowStart the agreed one, or the one that is to be agreed
     */
    public record Place(String interventionKey, Instant windowStart, Optional<Instant> actualStart) {}

    /**
     * Those whose window begins in a span, and all that are being deployed or rolled back.
     *
     * @param from exclusive
     * @param until exclusive
     * @param now what is kept no longer than that does not count
     * @param except key of one that does not count
     */
    public List<Place> between(Instant from, Instant until, Instant now, String except) {
        return database.sql("""
                        select intervention_key, window_start, actual_start from intervention
                        where phase in ('APPROVAL', 'CONSENT', 'WAITING')
                            and window_start > :from and window_start < :until and intervention_key <> :except
                        union all
                        select intervention_key, window_start, actual_start from intervention
                        where phase = 'ROLLOUT' and intervention_key <> :except
                        union all
                        select h.intervention_key, h.start_at, cast(null as timestamp with time zone) from slot_hold h
                        join intervention i on i.intervention_key = h.intervention_key and i.revision = h.revision
                        where i.phase = 'CONSENT' and h.start_at > :from and h.start_at < :until
                            and h.held_until > :now and h.intervention_key <> :except""")
                .param("now", StoredTime.of(now))
                .param("from", StoredTime.of(from))
                .param("until", StoredTime.of(until))
                .param("except", except)
                .query(new RecordRow<>(Place.class))
                .list();
    }
}
