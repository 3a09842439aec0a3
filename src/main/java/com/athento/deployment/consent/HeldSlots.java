package com.athento.deployment.consent;

import com.athento.deployment.process.RecordRow;
import com.athento.deployment.process.StoredTime;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code slot_hold}: the times that a client may take at once, and until when each is kept for it. */
@Component
class HeldSlots {

    private final JdbcClient database;

    HeldSlots(JdbcClient database) {
        this.database = database;
    }

    /** @param heldUntil when somebody else may have it */
    record Held(Instant startAt, Instant heldUntil) {}

    /** Those of a question, the first one first; also the ones that are no longer kept. */
    List<Held> of(Question question) {
        return database.sql("""
                        select start_at, held_until from slot_hold
                        where intervention_key = :key and revision = :revision order by start_at""")
                .param("key", question.key())
                .param("revision", question.revision())
                .query(new RecordRow<>(Held.class))
                .list();
    }

    /** In the place of those that were kept for the intervention before. */
    void keep(Question question, Collection<Instant> starts, int minutes, Instant until) {
        database.sql("delete from slot_hold where intervention_key = :key")
                .param("key", question.key())
                .update();
        for (var start : starts) {
            database.sql("""
                            insert into slot_hold (intervention_key, revision, start_at, downtime_minutes, held_until)
                            values (:key, :revision, :start, :minutes, :until)""")
                    .param("key", question.key())
                    .param("revision", question.revision())
                    .param("start", StoredTime.of(start))
                    .param("minutes", minutes)
                    .param("until", StoredTime.of(until))
                    .update();
        }
    }

    /** Nobody waits for an answer any more. */
    void release(String key) {
        database.sql("delete from slot_hold where intervention_key = :key")
                .param("key", key)
                .update();
    }
}
