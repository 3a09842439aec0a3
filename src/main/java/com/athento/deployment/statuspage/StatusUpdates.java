package com.athento.deployment.statuspage;

import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.PublicState;
import com.athento.deployment.process.StoredTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that the people of one client may know. */
@Component
public class StatusUpdates {

    /**
     * Of what is over: more than a year of monthly changes on three instances; older ones are nobody's news. What is to
     * come or going on is shown whole.
     */
    static final int OVER = 50;

    /** No transaction is open while so many updates of all clients come and go. */
    private static final int MAY_COME_LATE = 10_000;

    private static final String NO_LATER_ONE = " and not exists (select 1 from status_update later"
            + " where later.intervention_key = s.intervention_key and later.id > s.id)";

    private static final Comparator<StatusEntry> NEWEST_FIRST =
            Comparator.<StatusEntry>comparingLong(entry -> entry.latest().id()).reversed();

    private final JdbcClient database;

    StatusUpdates(JdbcClient database) {
        this.database = database;
    }

    /**
     * As long as this is the same, so is everything that is shown. The newest update alone would not do: of two at the
     * same instant the older one may be committed last.
     */
    public String edition(String clientCode) {
        return database.sql("""
                        select count(*) as updates, max(id) as newest from status_update
                        where client_code = :client
                        and id > (select max(id) - %d from status_update where client_code = :client)""".formatted(MAY_COME_LATE))
                .param("client", clientCode)
                .query((row, number) -> row.getLong("updates") + "." + row.getLong("newest"))
                .single();
    }

    /** The client's interventions, the one with the newest update first. */
    public List<StatusEntry> of(String clientCode) {
        return shown(clientCode).stream()
                .collect(Collectors.groupingBy(StatusUpdate::key, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(StatusEntry::new)
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /** In order. */
    private List<StatusUpdate> shown(String clientCode) {
        var keys = new ArrayList<>(toCome(clientCode));
        keys.addAll(over(clientCode));
        return keys.isEmpty()
                ? List.of()
                : database.sql("""
                                select * from status_update
                                where client_code = :client and intervention_key in (:keys) order by id""")
                        .param("client", clientCode)
                        .param("keys", keys)
                        .query(StatusUpdates::update)
                        .list();
    }

    /** Those that are to come or going on. */
    private List<String> toCome(String clientCode) {
        return keys("s.settled = false and s.state not in (:over)" + NO_LATER_ONE, clientCode);
    }

    /** The newest ones of those that are over. */
    private List<String> over(String clientCode) {
        return keys(
                "s.state in (:over)" + NO_LATER_ONE + " order by s.id desc fetch first %d rows only".formatted(OVER),
                clientCode);
    }

    private List<String> keys(String which, String clientCode) {
        return database.sql("select s.intervention_key from status_update s where s.client_code = :client and " + which)
                .param("client", clientCode)
                .param("over", PublicState.over())
                .query(String.class)
                .list();
    }

    /** What holds of one intervention, if that is this client's. */
    public Optional<StatusUpdate> latest(String clientCode, String key) {
        return database.sql("""
                        select * from status_update where intervention_key = :key and client_code = :client
                        order by id desc fetch first 1 rows only""")
                .param("key", key)
                .param("client", clientCode)
                .query(StatusUpdates::update)
                .optional();
    }

    Optional<StatusUpdate> by(long id) {
        return database.sql("select * from status_update where id = :id")
                .param("id", id)
                .query(StatusUpdates::update)
                .optional();
    }

    long newestOf(String key) {
        return database.sql("select max(id) from status_update where intervention_key = :key")
                .param("key", key)
                .query(Long.class)
                .single();
    }

    String clientOf(long id) {
        return database.sql("select client_code from status_update where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private static StatusUpdate update(ResultSet row, int number) throws SQLException {
        return new StatusUpdate(
                row.getLong("id"),
                row.getString("intervention_key"),
                row.getString("instance_code"),
                PublicState.valueOf(row.getString("state")),
                ChangeKind.valueOf(row.getString("change_kind")),
                row.getString("from_version"),
                row.getString("target_version"),
                StoredTime.in(row, "window_start").orElseThrow(),
                StoredTime.in(row, "moved_from").orElse(null),
                row.getInt("downtime_minutes"),
                StoredTime.in(row, "happened_at").orElseThrow(),
                row.getObject("downtime_spent", Integer.class),
                StoredTime.in(row, "start_until").orElse(null));
    }
}
