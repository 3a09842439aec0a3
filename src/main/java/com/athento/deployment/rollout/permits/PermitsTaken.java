package com.athento.deployment.rollout.permits;

import com.athento.deployment.process.StoredTime;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who took which permit. */
@Component
class PermitsTaken {

    private final JdbcClient database;

    PermitsTaken(JdbcClient database) {
        this.database = database;
    }

    /** @param id of the token */
    void add(String id, String key, String person, Instant at, Instant until) {
        database.sql("""
                        insert into permit (id, intervention_key, taken_by, taken_at, valid_until)
                        values (:id, :key, :person, :at, :until)""")
                .param("id", id)
                .param("key", key)
                .param("person", person)
                .param("at", StoredTime.of(at))
                .param("until", StoredTime.of(until))
                .update();
    }
}
