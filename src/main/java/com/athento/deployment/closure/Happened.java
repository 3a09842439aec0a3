package com.athento.deployment.closure;

import com.athento.deployment.closure.ClosingDraft.Battery;
import com.athento.deployment.closure.ClosingDraft.Incident;
import com.athento.deployment.intervention.IncidentResolution;
import com.athento.deployment.intervention.Severity;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the other steps left in their tables. */
@Component
class Happened {

    private final JdbcClient database;

    Happened(JdbcClient database) {
        this.database = database;
    }

    Optional<Battery> lastFinishedBattery(String key) {
        return database.sql("select total, passed, failed, blocked, still_open from qa_run"
                        + " where intervention_key = ? and finished order by id desc fetch first 1 rows only")
                .param(key)
                .query((row, number) -> new Battery(
                        row.getLong("total"),
                        row.getLong("passed"),
                        row.getLong("failed"),
                        row.getLong("blocked"),
                        row.getLong("still_open")))
                .optional();
    }

    List<Incident> incidents(String key) {
        return database.sql("select title, severity, resolution, ticket_number from incident where intervention_key = ?"
                        + " order by reported_at, id")
                .param(key)
                .query((row, number) -> new Incident(
                        row.getString("title"),
                        Severity.valueOf(row.getString("severity")),
                        Optional.ofNullable(row.getString("resolution")).map(IncidentResolution::valueOf),
                        Optional.ofNullable(row.getString("ticket_number"))))
                .list();
    }
}
