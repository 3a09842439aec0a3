package com.athento.deployment.qa;

import com.athento.deployment.intervention.Version;
import com.athento.deployment.process.StoredTime;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The hotfixes of interventions: who decided on them, and what was applied. */
@Component
class Hotfixes {

    private final JdbcClient database;
    private final Clock clock;

    Hotfixes(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void decide(String key, int revision, String person, Optional<String> reason) {
        database.sql("""
                        insert into hotfix (intervention_key, revision, decided_by, decided_at, reason)
                        values (:key, :revision, :decidedBy, :decidedAt, :reason)""")
                .param("key", key)
                .param("revision", revision)
                .param("decidedBy", person)
                .param("decidedAt", StoredTime.of(clock.instant()))
                .param("reason", reason.orElse(null))
                .update();
    }

    /** The one that was decided last and is not applied yet. */
    void apply(String key, String person, String reference, Optional<String> notes, Optional<Version> containedIn) {
        database.sql("""
                        update hotfix set applied_by = :appliedBy, applied_at = :appliedAt,
                            reference = :reference, notes = :notes, contained_in = :containedIn
                        where id = (select max(id) from hotfix
                        where intervention_key = :key and applied_at is null)""")
                .param("appliedBy", person)
                .param("appliedAt", StoredTime.of(clock.instant()))
                .param("reference", reference)
                .param("notes", notes.orElse(null))
                .param("containedIn", containedIn.map(Version::text).orElse(null))
                .param("key", key)
                .update();
    }
}
