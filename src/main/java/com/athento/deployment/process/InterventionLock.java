package com.athento.deployment.process;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The lock of an intervention's row. Whoever must not overlap takes it: a mail before it is logged, a cancellation
 * before it counts who was told, an approval before it looks who gave the other one. It is held until the transaction
 * ends.
 */
@Component
public class InterventionLock {

    private final JdbcClient database;

    InterventionLock(JdbcClient database) {
        this.database = database;
    }

    /** Waits until nobody else holds it; false if there is no such intervention. */
    public boolean take(String key) {
        return database.sql("select intervention_key from intervention where intervention_key = :key for update")
                .param("key", key)
                .query(String.class)
                .optional()
                .isPresent();
    }
}
