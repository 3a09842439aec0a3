package com.athento.deployment.support;

import com.athento.deployment.intervention.IncidentResolution;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.process.RecordRow;
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
        return database.sql("""
                        select title, severity from incident
                        where intervention_key = :key and resolved_at is null order by reported_at, id""")
                .param("key", key)
                .query(new RecordRow<>(Open.class))
                .list();
    }

    void open(String id, String key, Report report, String reportedBy) {
        database.sql("""
                        insert into incident (id, intervention_key, title, severity, caused_by_update,
                            reporter, reported_by, reported_at)
                        values (:id, :key, :title, :severity, :causedByUpdate, :reporter, :reportedBy,
                            :reportedAt)""")
                .param("id", id)
                .param("key", key)
                .param("title", report.title())
                .param("severity", report.severity().name())
                .param("causedByUpdate", report.causedByUpdate().name())
                .param("reporter", report.reporter())
                .param("reportedBy", reportedBy)
                .param("reportedAt", StoredTime.of(clock.instant()))
                .update();
    }

    void resolve(String id, Resolution resolution, String person) {
        var ends = resolution.endsIncident();
        database.sql("""
                        update incident set resolution = :resolution, ticket_number = :ticketNumber,
                            notes = :notes, resolved_by = :resolvedBy, resolved_at = :resolvedAt,
                            rollback_asked_by = :rollbackAskedBy
                        where id = :id""")
                .param("resolution", ends ? resolution.kind().name() : null)
                .param("ticketNumber", resolution.ticketNumber().orElse(null))
                .param("notes", resolution.notes().orElse(null))
                .param("resolvedBy", ends ? person : null)
                .param("resolvedAt", ends ? StoredTime.of(clock.instant()) : null)
                .param("rollbackAskedBy", ends ? null : person)
                .param("id", id)
                .update();
    }

    /** The rollback for one incident ends every one that is open: the version that they are about is gone. */
    void rollBack(String id, String key, String person) {
        database.sql("update incident set rollback_confirmed_by = :rollbackConfirmedBy where id = :id")
                .param("rollbackConfirmedBy", person)
                .param("id", id)
                .update();
        database.sql("""
                        update incident set resolution = :resolution, resolved_by = :resolvedBy,
                            resolved_at = :resolvedAt
                        where intervention_key = :key and resolved_at is null""")
                .param("resolution", IncidentResolution.ROLL_BACK.name())
                .param("resolvedBy", person)
                .param("resolvedAt", StoredTime.of(clock.instant()))
                .param("key", key)
                .update();
    }
}
