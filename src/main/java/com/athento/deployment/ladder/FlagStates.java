package com.athento.deployment.ladder;

import com.athento.deployment.intervention.FlagAfter;
import com.athento.deployment.process.StoredTime;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code flag_state}: which step left a flag in which state, and who said so. */
@Component
class FlagStates {

    private final JdbcClient database;
    private final Clock clock;

    FlagStates(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void state(String key, List<FlagAfter> flags, String element, String person) {
        flags.forEach(flag -> database.sql("""
                        insert into flag_state (intervention_key, name, state, element, stated_by, stated_at)
                        values (:key, :name, :state, :element, :person, :at)""")
                .param("key", key)
                .param("name", flag.name())
                .param("state", flag.after())
                .param("element", element)
                .param("person", person)
                .param("at", StoredTime.of(clock.instant()))
                .update());
    }
}
