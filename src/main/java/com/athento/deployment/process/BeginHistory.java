package com.athento.deployment.process;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Nodes that start at the same time on one database find its history of migrations absent, and each begins it. Flyway
 * locks what it migrates, not this beginning: who comes second fails, and goes on from what the first one began.
 */
@Component
class BeginHistory implements FlywayMigrationStrategy {

    @Override
    public void migrate(Flyway flyway) {
        var begins = flyway.info().applied().length == 0;
        try {
            flyway.migrate();
        } catch (FlywayException second) {
            if (!begins) {
                throw second;
            }
            goOn(flyway, second);
        }
    }

    /** What was no race fails again; its first failure says most. */
    private static void goOn(Flyway flyway, FlywayException first) {
        try {
            flyway.migrate();
        } catch (FlywayException again) {
            first.addSuppressed(again);
            throw first;
        }
    }
}
