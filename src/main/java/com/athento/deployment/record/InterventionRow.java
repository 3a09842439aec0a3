package com.athento.deployment.record;

import com.athento.deployment.intervention.Downtime;
import com.athento.deployment.intervention.HourState;
import com.athento.deployment.intervention.ServiceState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * An intervention as the overview knows it; codes are the words of the model.
 *
 * @param instance code of the instance
 * @param client code of the client
 * @param clientName what the register calls the client now
 * @param decided the last outcome that was decided on; null before the first
 * @param windowStart null where the request ended at once and named no window
 * @param zone the client's zone, in which the window was agreed
 * @param downtimeMinutes null likewise
 * @param downtimeSpent whole minutes in which users could not work, of the stretches that are over
 * @param targetMoment until when the update policy wants the change; null if it says nothing
 * @param unavailableSince since when users cannot work; null while they can
 * @param startUntil until when it may start; null where nobody has said so
 * @param availableSince since when they can work again; null where they never could not
 */
public record InterventionRow(
        String key,
        String processInstanceId,
        String processDefinitionId,
        String instance,
        String client,
        String clientName,
        String phase,
        String decided,
        String requester,
        OffsetDateTime windowStart,
        String zone,
        Integer downtimeMinutes,
        int revision,
        OffsetDateTime requestedAt,
        OffsetDateTime endedAt,
        String effectiveRisk,
        OffsetDateTime actualStart,
        OffsetDateTime pointOfNoReturn,
        Integer downtimeSpent,
        OffsetDateTime targetMoment,
        OffsetDateTime supportUntil,
        OffsetDateTime unavailableSince,
        OffsetDateTime availableSince,
        OffsetDateTime startUntil) {

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
                row.getObject("downtime_minutes", Integer.class),
                row.getInt("revision"),
                moment(row, "requested_at"),
                moment(row, "ended_at"),
                row.getString("effective_risk"),
                moment(row, "actual_start"),
                moment(row, "point_of_no_return"),
                row.getObject("downtime_spent", Integer.class),
                moment(row, "target_moment"),
                moment(row, "support_until"),
                moment(row, "unavailable_since"),
                moment(row, "available_since"),
                moment(row, "start_until"));
    }

    /** The agreed start as the client's clock shows it; null where there is none. */
    public LocalDateTime windowStartLocal() {
        return windowStart == null
                ? null
                : windowStart.atZoneSameInstant(ZoneId.of(zone)).toLocalDateTime();
    }

    public boolean ended() {
        return endedAt != null;
    }

    /** Whether users cannot work now. What has ended holds nobody up, however it ended. */
    public boolean down() {
        return !ended() && hour().service() == ServiceState.SERVICE_DOWN;
    }

    public ServiceState state() {
        return down() ? ServiceState.SERVICE_DOWN : ServiceState.SERVICE_UP;
    }

    /** Since when that is so; null where the intervention never made a difference. */
    public OffsetDateTime stateSince() {
        return down() ? unavailableSince : availableSince;
    }

    /** What came of it; null until it is decided, and while it is undecided again. */
    public String outcome() {
        return down() ? null : decided;
    }

    /** Whole minutes in which users could not work so far; null before the start. */
    public Integer minutesDownAt(Instant now) {
        return actualStart == null ? null : Integer.valueOf(hour().minutesAt(lastMinute(now)));
    }

    /** How it stands with the hour; null before the start. */
    public HourState hourAt(Instant now) {
        return actualStart == null ? null : hour().stateAt(lastMinute(now), downtimeMinutes);
    }

    /** What of the hour has gone so far. */
    public Downtime hour() {
        return new Downtime(
                Optional.ofNullable(downtimeSpent).orElse(0),
                Optional.ofNullable(unavailableSince).map(OffsetDateTime::toInstant));
    }

    /** An admin may have removed it in the middle: nothing counts on after that. */
    private Instant lastMinute(Instant now) {
        return ended() ? endedAt.toInstant() : now;
    }

    private static OffsetDateTime moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class);
    }
}
