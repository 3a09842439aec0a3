package com.athento.deployment.statuspage;

import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.PublicState;
import com.athento.deployment.process.StoredTime;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    /** More than a year of monthly changes on three instances; older ones are nobody's news. */
    static final int SHOWN = 50;

    private final JdbcClient database;

    StatusUpdates(JdbcClient database) {
        this.database = database;
    }

    /** The client's newest update: as long as it is the same, so is everything that is shown. */
    public long newest(String clientCode) {
        return database.sql(
                        "select id from status_update where client_code = ? order by id desc fetch first 1 rows only")
                .param(clientCode)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** The client's interventions, the one with the newest update first. */
    public List<StatusEntry> of(String clientCode) {
        return database
                .sql(
                        """
                        select * from status_update
                        where client_code = ? and intervention_key in (
                            select intervention_key from status_update where client_code = ?
                            group by intervention_key order by max(id) desc fetch first %d rows only)
                        order by id"""
                                .formatted(SHOWN))
                .params(clientCode, clientCode)
                .query(StatusUpdates::update)
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                StatusUpdate::key, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(StatusEntry::new)
                .sorted(
                        Comparator.comparingLong((StatusEntry entry) -> entry.latest().id())
                                .reversed())
                .toList();
    }

    Optional<StatusUpdate> by(long id) {
        return database.sql("select * from status_update where id = ?")
                .param(id)
                .query(StatusUpdates::update)
                .optional();
    }

    long newestOf(String key) {
        return database.sql("select max(id) from status_update where intervention_key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    String clientOf(long id) {
        return database.sql("select client_code from status_update where id = ?")
                .param(id)
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
                row.getInt("downtime_minutes"),
                StoredTime.in(row, "happened_at").orElseThrow());
    }
}
