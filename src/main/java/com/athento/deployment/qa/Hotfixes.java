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
        database.sql("insert into hotfix (intervention_key, revision, decided_by, decided_at, reason)"
                        + " values (?, ?, ?, ?, ?)")
                .params(key, revision, person, StoredTime.of(clock.instant()), reason.orElse(null))
                .update();
    }

    /** The one that was decided last and is not applied yet. */
    void apply(String key, String person, String reference, Optional<String> notes, Optional<Version> containedIn) {
        database.sql("update hotfix set applied_by = ?, applied_at = ?, reference = ?, notes = ?, contained_in = ?"
                        + " where id = (select max(id) from hotfix where intervention_key = ? and applied_at is null)")
                .params(
                        person,
                        StoredTime.of(clock.instant()),
                        reference,
                        notes.orElse(null),
                        containedIn.map(Version::text).orElse(null),
                        key)
                .update();
    }
}
