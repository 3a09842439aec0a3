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
 * Indexes in the order of Tasklist's longest lists, of which the engine has none. With that of the tasks the database
 * finds the first page of two of them without sorting all that wait; with that of the windows it sorts the third
 * without a look at each of the variables, of which there are thirty for a task. The engine makes its tables later than
 * ours are migrated.
 */
@Component
@DependsOn("processEngineFactoryBean")
class TaskOrder implements InitializingBean {

    private final DataSource database;

    TaskOrder(DataSource database) {
        this.database = database;
    }

    /** Where they are there, nothing is locked. */
    @Override
    public void afterPropertiesSet() throws SQLException {
        try (var connection = database.getConnection()) {
            make(connection, "ACT_RU_TASK", "TASK_ORDER", "(PRIORITY_ desc, DUE_DATE_)");
            // H2 keeps no index of some rows only.
            if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
                make(
                        connection,
                        "ACT_RU_VARIABLE",
                        "WINDOW_ORDER",
                        "(TASK_ID_, TEXT_) where NAME_ = '%s' and TYPE_ = 'string'".formatted(TaskLists.WINDOW));
            }
        }
    }

    private static void make(Connection connection, String table, String name, String of) throws SQLException {
        if (!indexes(connection, table).contains(name)) {
            try (var make = connection.createStatement()) {
                make.execute("create index %s on %s %s".formatted(name, table, of));
            }
        }
    }

    /** H2 calls them in capitals, PostgreSQL in small letters. */
    private static Set<String> indexes(Connection connection, String table) throws SQLException {
        var names = new HashSet<String>();
        var data = connection.getMetaData();
        var stored = data.storesLowerCaseIdentifiers() ? table.toLowerCase(Locale.ROOT) : table;
        try (var all = data.getIndexInfo(connection.getCatalog(), connection.getSchema(), stored, false, true)) {
            while (all.next()) {
                names.add(String.valueOf(all.getString("INDEX_NAME")).toUpperCase(Locale.ROOT));
            }
        }
        return names;
    }
}
