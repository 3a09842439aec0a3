package com.athento.deployment.request;

import com.athento.deployment.intervention.InterventionKey;
import java.time.Year;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Business keys, each given once; a request that is refused may use up a number. */
@Component
class Keys {

    private final JdbcClient database;

    Keys(JdbcClient database) {
        this.database = database;
    }

    InterventionKey next(Year year, String instance) {
        return InterventionKey.of(
                year,
                database.sql("select nextval('intervention_number')")
                        .query(Long.class)
                        .single(),
                instance);
    }
}
