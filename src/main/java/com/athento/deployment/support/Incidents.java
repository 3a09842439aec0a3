package com.athento.deployment.support;

import com.athento.deployment.intervention.IncidentResolution;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.process.StoredTime;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The incidents of interventions, from report to resolution. */
@Component
class Incidents {

    private final JdbcClient database;
    private final Clock clock;

    Incidents(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** An incident that nobody has resolved. */
    record Open(String title, Severity severity) {

        @Override
        public String toString() {
            return "'%s' (%s)".formatted(title, severity);
        }
    }

    List<Open> open(String key) {
        return database.sql("select title, severity from incident where intervention_key = ? and resolved_at is null"
                        + " order by reported_at, id")
                .param(key)
                .query((row, number) -> new Open(row.getString("title"), Severity.valueOf(row.getString("severity"))))
                .list();
    }

    void open(String id, String key, Report report, String reportedBy) {
        database.sql("insert into incident (id, intervention_key, title, severity, caused_by_update,"
                        + " reporter, reported_by, reported_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        key,
                        report.title(),
                        report.severity().name(),
                        report.causedByUpdate().name(),
                        report.reporter(),
                        reportedBy,
                        StoredTime.of(clock.instant()))
                .update();
    }

    void resolve(String id, Resolution resolution, String person) {
        var ends = resolution.endsIncident();
        database.sql(
                        "update incident set resolution = ?, ticket_number = ?, notes = ?, resolved_by = ?, resolved_at = ?,"
                                + " rollback_asked_by = ? where id = ?")
                .params(
                        ends ? resolution.kind().name() : null,
                        resolution.ticketNumber().orElse(null),
                        resolution.notes().orElse(null),
                        ends ? person : null,
                        ends ? StoredTime.of(clock.instant()) : null,
                        ends ? null : person,
                        id)
                .update();
    }

    /** The rollback for one incident ends every one that is open: the version that they are about is gone. */
    void rollBack(String id, String key, String person) {
        database.sql("update incident set rollback_confirmed_by = ? where id = ?")
                .params(person, id)
                .update();
        database.sql("update incident set resolution = ?, resolved_by = ?, resolved_at = ?"
                        + " where intervention_key = ? and resolved_at is null")
                .params(IncidentResolution.ROLL_BACK.name(), person, StoredTime.of(clock.instant()), key)
                .update();
    }
}
