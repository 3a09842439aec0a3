package com.athento.deployment.security;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;

/**
 * An index of the engine's tasks in the order of Tasklist's longest lists, of which it has none: with it the database
 * finds the first page without sorting all that wait. The engine makes its tables later than ours are migrated.
 */
@Component
@DependsOn("processEngineFactoryBean")
class TaskOrder implements InitializingBean {

    private static final String TASKS = "ACT_RU_TASK";
    private static final String NAME = "TASK_ORDER";

    private final DataSource database;

    TaskOrder(DataSource database) {
        this.database = database;
    }

    /** Where it is there, nothing is locked. */
    @Override
    public void afterPropertiesSet() throws SQLException {
        try (var connection = database.getConnection()) {
            if (!indexes(connection).contains(NAME)) {
                try (var make = connection.createStatement()) {
                    make.execute("create index %s on %s (PRIORITY_ desc, DUE_DATE_)".formatted(NAME, TASKS));
                }
            }
        }
    }

    /** H2 calls them in capitals, PostgreSQL in small letters. */
    private static Set<String> indexes(Connection connection) throws SQLException {
        var names = new HashSet<String>();
        var data = connection.getMetaData();
        var tasks = data.storesLowerCaseIdentifiers() ? TASKS.toLowerCase(Locale.ROOT) : TASKS;
        try (var all = data.getIndexInfo(connection.getCatalog(), connection.getSchema(), tasks, false, true)) {
            while (all.next()) {
                names.add(String.valueOf(all.getString("INDEX_NAME")).toUpperCase(Locale.ROOT));
            }
        }
        return names;
    }
}
