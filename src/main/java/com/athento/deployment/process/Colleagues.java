package com.athento.deployment.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What people are called. The engine's own service tells names only to whoever administers accounts, and mail addresses
 * with them.
 */
@Component
public class Colleagues {

    private static final String NAMES = "select id_, first_, last_ from ACT_ID_USER";

    private final JdbcClient database;

    Colleagues(JdbcClient database) {
        this.database = database;
    }

    /** A person as colleagues know them; the account where it has no name, or is gone. */
    public String name(String account) {
        return names(database.sql(NAMES + " where id_ = :id").param("id", account))
                .of(account);
    }

    /** What everybody is called, in one statement. */
    public Names names() {
        return names(database.sql(NAMES));
    }

    private static Names names(JdbcClient.StatementSpec asked) {
        var names = new HashMap<String, String>();
        asked.query(row -> {
            var name = name(row.getString("first_"), row.getString("last_"));
            if (!name.isEmpty()) {
                names.put(row.getString("id_"), name);
            }
        });
        return new Names(names);
    }

    private static String name(String first, String last) {
        return Stream.of(first, last)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    /**
     * What people are called.
     *
     * @param byAccount whoever has no name is absent
     */
    public record Names(Map<String, String> byAccount) {

        /** Null for nobody. */
        public String of(String account) {
            return byAccount.getOrDefault(account, account);
        }

        /** Several people, in the same order. */
        public List<String> all(List<String> accounts) {
            return accounts.stream().map(this::of).toList();
        }
    }
}
