package db.migration;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The indexes of the lists of interventions, where a database can keep one of some rows only: thousands run, and that
 * many more have ended. What runs is written again and again, and must not be written into the indexes of the others.
 */
public class V40_1__ListsOfInterventions extends BaseJavaMigration {

    private static final Logger LOG = LoggerFactory.getLogger(V40_1__ListsOfInterventions.class);

    private static final String[] PARTS = {
        // All that is asked of those that run, so that a condition is decided without their rows.
        """
        create index intervention_running on intervention (window_start, intervention_key, phase, instance_code,
            client_code, window_day, outcome, zone, unavailable_since) where phase <> 'ENDED'""", """
        create index intervention_ended_by_client on intervention (client_code, window_start desc nulls last,
            intervention_key desc) where phase = 'ENDED'""", "drop index intervention_by_phase",
    };

    private static final String[] PARTS_OF_KEYS = {
        "create extension if not exists pg_trgm",
        """
        create index intervention_ended_by_key on intervention using gin (intervention_key gin_trgm_ops)
            where phase = 'ENDED'""",
        // Else it would be guessed how many keys have some text in them.
        "alter table intervention alter column intervention_key set statistics 1000",
    };

    @Override
    public void migrate(Context context) throws SQLException {
        var database = context.getConnection();
        if (!"PostgreSQL".equals(database.getMetaData().getDatabaseProductName())) {
            return;
        }
        run(database, PARTS);
        var before = database.setSavepoint();
        try {
            run(database, PARTS_OF_KEYS);
        } catch (SQLException notAllowed) {
            database.rollback(before);
            LOG.warn("A search reads all keys: the extension pg_trgm is not to be had", notAllowed);
        }
    }

    private static void run(Connection database, String... all) throws SQLException {
        try (var statement = database.createStatement()) {
            for (var one : all) {
                statement.execute(one);
            }
        }
    }
}
