package com.athento.deployment.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * An intervention as the overview knows it; codes are the words of the model.
 *
 * @param instance code of the instance
 * @param client code of the client
 * @param clientName what the register calls the client now
 * @param outcome null until it is decided
 * @param zone the client's zone, in which the window was agreed
 * @param downtimeSpent whole minutes in which users could not work
 * @param targetMoment until when the update policy wants the change; null if it says nothing
 */
public record InterventionRow(
        String key,
        String processInstanceId,
        String processDefinitionId,
        String instance,
        String client,
        String clientName,
        String phase,
        String outcome,
        String requester,
        OffsetDateTime windowStart,
        String zone,
        int downtimeMinutes,
        int revision,
        OffsetDateTime requestedAt,
        OffsetDateTime endedAt,
        String effectiveRisk,
        OffsetDateTime actualStart,
        OffsetDateTime pointOfNoReturn,
        Integer downtimeSpent,
        OffsetDateTime targetMoment,
        OffsetDateTime supportUntil) {

    static InterventionRow of(ResultSet row, int number) throws SQLException {
        return new InterventionRow(
                row.getString("intervention_key"),
                row.getString("process_instance_id"),
                row.getString("process_definition_id"),
                row.getString("instance_code"),
                row.getString("client_code"),
                row.getString("client_name"),
                row.getString("phase"),
                row.getString("outcome"),
                row.getString("requester"),
                moment(row, "window_start"),
                row.getString("zone"),
                row.getInt("downtime_minutes"),
                row.getInt("revision"),
                moment(row, "requested_at"),
                moment(row, "ended_at"),
                row.getString("effective_risk"),
                moment(row, "actual_start"),
                moment(row, "point_of_no_return"),
                row.getObject("downtime_spent", Integer.class),
                moment(row, "target_moment"),
                moment(row, "support_until"));
    }

    /** The agreed start as the client's clock shows it. */
    public LocalDateTime windowStartLocal() {
        return windowStart.atZoneSameInstant(ZoneId.of(zone)).toLocalDateTime();
    }

    public boolean ended() {
        return endedAt != null;
    }

    private static OffsetDateTime moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class);
    }
}
