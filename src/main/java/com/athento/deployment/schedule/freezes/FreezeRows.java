package com.athento.deployment.schedule.freezes;

import com.athento.deployment.intervention.Environment;
import com.athento.deployment.process.StoredTime;
import com.athento.deployment.schedule.calendars.Recurrence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.ResultSetExtractor;

/** Reads freezes from rows of which each has one part of a scope; those of one freeze follow each other. */
class FreezeRows implements ResultSetExtractor<List<Freeze>> {

    @Override
    public List<Freeze> extractData(ResultSet rows) throws SQLException {
        var freezes = new ArrayList<Freeze>();
        var more = rows.next();
        while (more) {
            var freeze = freeze(rows);
            var environments = new HashSet<Environment>();
            var clients = new HashSet<String>();
            var instances = new HashSet<String>();
            do {
                note(rows, environments, clients, instances);
                more = rows.next();
            } while (more && rows.getLong("id") == freeze.id());
            freezes.add(freeze.holding(new Scope(freeze.scope().everything(), environments, clients, instances)));
        }
        return freezes;
    }

    private static void note(ResultSet row, Set<Environment> environments, Set<String> clients, Set<String> instances)
            throws SQLException {
        var kind = row.getString("kind");
        if (kind == null) {
            return;
        }
        var code = row.getString("code");
        switch (kind) {
            case "ENVIRONMENT" -> environments.add(Environment.valueOf(code));
            case "CLIENT" -> clients.add(code);
            default -> instances.add(code);
        }
    }

    private static Freeze freeze(ResultSet row) throws SQLException {
        return new Freeze(
                row.getLong("id"),
                row.getInt("version"),
                row.getString("name"),
                row.getString("reason"),
                row.getString("contact"),
                new Scope(row.getBoolean("everything"), Set.of(), Set.of(), Set.of()),
                new Times(
                        row.getObject("from_local", LocalDateTime.class),
                        Duration.ofMinutes(row.getLong("minutes")),
                        Optional.ofNullable(row.getString("rule")).map(Recurrence::new)),
                deed(row, "made").orElseThrow(),
                deed(row, "changed"),
                deed(row, "ended"),
                StoredTime.in(row, "extended_at").orElseThrow());
    }

    private static Optional<Freeze.Deed> deed(ResultSet row, String what) throws SQLException {
        var by = row.getString(what + "_by");
        return StoredTime.in(row, what + "_at").map(at -> new Freeze.Deed(by, at));
    }
}
