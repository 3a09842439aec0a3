package com.athento.deployment.record;

import com.athento.deployment.intervention.Answerer;
import com.athento.deployment.intervention.CausedByUpdate;
import com.athento.deployment.intervention.ConsentAnswer;
import com.athento.deployment.intervention.IncidentResolution;
import com.athento.deployment.intervention.Phase;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.intervention.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the steps of an intervention have put on record, as the others ask for it. */
@Component
public class Recorded {

    private final JdbcClient database;

    Recorded(JdbcClient database) {
        this.database = database;
    }

    /** A battery that is finished, or was given up because it could no longer pass. */
    public record Battery(
            long total, long passed, long failed, long blocked, long open, boolean finished, Verdict verdict) {}

    /**
     * A hotfix that was applied during the intervention.
     *
     * @param notes null if there are none
     * @param containedIn the first version that has it; null where nobody has said
     */
    public record Hotfix(String reference, String notes, Instant appliedAt, String containedIn) {}

    /** What was reported during the support window; unresolved ones have no resolution. */
    public record Incident(
            String title,
            Severity severity,
            CausedByUpdate causedByUpdate,
            IncidentResolution resolution,
            String ticketNumber,
            String notes) {}

    /**
     * An incident that the version had to go back for.
     *
     * @param askedBy who wanted it; null where that was not kept
     */
    public record Demand(String title, Severity severity, String askedBy, String confirmedBy, String notes) {}

    /** A team's no. */
    public record Denial(Team team, String person, String reason) {}

    /** The latest answer that the client itself gave. */
    public record Consent(
            int revision,
            ConsentAnswer answer,
            String reason,
            Instant proposedStart,
            int downtimeMinutes,
            Answerer answerer,
            Instant recordedAt) {}

    public List<Battery> batteries(String key) {
        return database.sql(
                        "select * from qa_run where intervention_key = ? and (finished = true or verdict = 'FAILED') order by id")
                .param(key)
                .query(Recorded::battery)
                .list();
    }

    public Optional<Battery> lastFinishedBattery(String key) {
        return database.sql(
                        "select * from qa_run where intervention_key = ? and finished order by id desc fetch first 1 rows only")
                .param(key)
                .query(Recorded::battery)
                .optional();
    }

    private static Battery battery(ResultSet row, int number) throws SQLException {
        return new Battery(
                row.getLong("total"),
                row.getLong("passed"),
                row.getLong("failed"),
                row.getLong("blocked"),
                row.getLong("still_open"),
                row.getBoolean("finished"),
                Verdict.valueOf(row.getString("verdict")));
    }

    public List<Hotfix> hotfixes(String key) {
        return database.sql("select * from hotfix where intervention_key = ? and applied_at is not null order by id")
                .param(key)
                .query((row, number) -> new Hotfix(
                        row.getString("reference"),
                        row.getString("notes"),
                        instant(row, "applied_at"),
                        row.getString("contained_in")))
                .list();
    }

    public List<Incident> incidents(String key) {
        return database.sql("select * from incident where intervention_key = ? order by reported_at, id")
                .param(key)
                .query((row, number) -> new Incident(
                        row.getString("title"),
                        Severity.valueOf(row.getString("severity")),
                        CausedByUpdate.valueOf(row.getString("caused_by_update")),
                        Optional.ofNullable(row.getString("resolution"))
                                .map(IncidentResolution::valueOf)
                                .orElse(null),
                        row.getString("ticket_number"),
                        row.getString("notes")))
                .list();
    }

    /** The one for which it was demanded last, among those that ended with it. */
    public Optional<Demand> demand(String key) {
        return database.sql("select title, severity, rollback_asked_by, resolved_by, notes from incident"
                        + " where intervention_key = ? and resolution = 'ROLL_BACK'"
                        + " order by resolved_at desc, case when rollback_confirmed_by is null then 1 else 0 end, reported_at"
                        + " fetch first 1 rows only")
                .param(key)
                .query((row, number) -> new Demand(
                        row.getString("title"),
                        Severity.valueOf(row.getString("severity")),
                        row.getString("rollback_asked_by"),
                        row.getString("resolved_by"),
                        row.getString("notes")))
                .optional();
    }

    public List<Denial> denials(String key) {
        return database.sql(
                        "select team, person, reason from approval where intervention_key = ? and decision = 'DENY' order by id")
                .param(key)
                .query((row, number) -> new Denial(
                        Team.valueOf(row.getString("team")), row.getString("person"), row.getString("reason")))
                .list();
    }

    public Optional<Consent> consent(String key) {
        return database.sql(
                        "select * from consent where intervention_key = ? and via <> 'STANDING' order by id desc fetch first 1 rows only")
                .param(key)
                .query((row, number) -> new Consent(
                        row.getInt("revision"),
                        ConsentAnswer.valueOf(row.getString("answer")),
                        row.getString("reason"),
                        instant(row, "proposed_start"),
                        row.getInt("downtime_minutes"),
                        new Answerer(row.getString("answered_by"), Answerer.names(row.getString("link_of"))),
                        instant(row, "recorded_at")))
                .optional();
    }

    public Phase phase(String key) {
        return Phase.valueOf(database.sql("select phase from intervention where intervention_key = ?")
                .param(key)
                .query(String.class)
                .single());
    }

    /** Since when users can work again; empty where they always could. */
    public Optional<Instant> availableSince(String key) {
        return database.sql("select available_since from intervention where intervention_key = ?")
                .param(key)
                .query((row, number) -> Optional.ofNullable(instant(row, "available_since")))
                .single();
    }

    /** The first revision whose consents still cover this one. */
    public int consentFrom(String key, int revision) {
        return database.sql("select consent_from from revision where intervention_key = ? and number = ?")
                .params(key, revision)
                .query(Integer.class)
                .optional()
                .orElse(revision);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
