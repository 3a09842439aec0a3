package com.athento.deployment.process;

import com.athento.deployment.schedule.capacity.SystemsTeam;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Other interventions, which have the systems team at one instant and leave one place: none where it has only one. */
public final class OthersPlaces implements AutoCloseable {

    private final JdbcClient database;

    public OthersPlaces(JdbcClient database, SystemsTeam team) {
        this.database = database;
        for (int place = 1; place < team.atOnce(); place++) {
            database.sql("""
                            insert into intervention (intervention_key, process_instance_id, process_definition_id,
                                instance_code, client_code, requester, phase, revision, window_start, zone,
                                downtime_minutes, requested_at)
                            values (:key, :key, 'none', 'PLACE', 'PLACE', 'support', 'WAITING', 1,
                                current_timestamp, 'Europe/Madrid', 45, current_timestamp)""").param("key", "PLACE-" + place).update();
        }
    }

    /** From now on at that one, and at no other. */
    public void areAt(Instant start) {
        database.sql("update intervention set window_start = :start where instance_code = 'PLACE'")
                .param("start", OffsetDateTime.ofInstant(start, ZoneOffset.UTC))
                .update();
    }

    public void areAt(LocalDateTime start) {
        areAt(start.atZone(Lifecycle.MADRID).toInstant());
    }

    @Override
    public void close() {
        database.sql("delete from intervention where instance_code = 'PLACE'").update();
    }
}
