package com.athento.deployment.qa;

import com.athento.deployment.process.Refused;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The batteries that an intervention had before. */
@Component
class Batteries {

    private final JdbcClient database;

    Batteries(JdbcClient database) {
        this.database = database;
    }

    /**
     * @param key of the intervention that it is about
     * @throws Refused if these are the counts of no battery, or not of the next one
     */
    void check(String key, Battery battery) {
        battery.fault().or(() -> totalBefore(key).flatMap(battery::faultAfter)).ifPresent(fault -> {
            throw new Refused(Refused.Reason.INVALID, fault);
        });
    }

    private Optional<Long> totalBefore(String key) {
        return database.sql(
                        "select total from qa_run where intervention_key = :key order by id desc fetch first 1 rows only")
                .param("key", key)
                .query(Long.class)
                .optional();
    }
}
