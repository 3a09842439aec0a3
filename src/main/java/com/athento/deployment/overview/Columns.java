package com.athento.deployment.overview;

import static com.athento.deployment.process.Variables.ACTUAL_START;
import static com.athento.deployment.process.Variables.CLIENT_CODE;
import static com.athento.deployment.process.Variables.DOWNTIME_MINUTES;
import static com.athento.deployment.process.Variables.DOWNTIME_SPENT;
import static com.athento.deployment.process.Variables.EFFECTIVE_RISK;
import static com.athento.deployment.process.Variables.INSTANCE_CODE;
import static com.athento.deployment.process.Variables.OUTCOME;
import static com.athento.deployment.process.Variables.POINT_OF_NO_RETURN;
import static com.athento.deployment.process.Variables.REQUESTER;
import static com.athento.deployment.process.Variables.REVISION;
import static com.athento.deployment.process.Variables.START_UNTIL;
import static com.athento.deployment.process.Variables.SUPPORT_UNTIL;
import static com.athento.deployment.process.Variables.TARGET_MOMENT;
import static com.athento.deployment.process.Variables.UNAVAILABLE_SINCE;
import static com.athento.deployment.process.Variables.WINDOW_START;
import static com.athento.deployment.process.Variables.WINDOW_START_LOCAL;
import static com.athento.deployment.process.Variables.ZONE;

import com.athento.deployment.intervention.WrittenTime;
import com.athento.deployment.process.Variable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;

/** Which variables of the process have a column in the overview, and how they get there. */
final class Columns {

    /** The column that says since when users cannot work. */
    static final String OUTAGE = "unavailable_since";

    private static final Map<String, Column> BY_VARIABLE = Map.ofEntries(
            text(REQUESTER, "requester"),
            text(INSTANCE_CODE, "instance_code"),
            text(CLIENT_CODE, "client_code"),
            text(ZONE, "zone"),
            text(OUTCOME, "outcome"),
            text(EFFECTIVE_RISK, "effective_risk"),
            day(WINDOW_START_LOCAL, "window_day"),
            whole(REVISION, "revision"),
            whole(DOWNTIME_MINUTES, "downtime_minutes"),
            whole(DOWNTIME_SPENT, "downtime_spent"),
            moment(WINDOW_START, "window_start"),
            moment(START_UNTIL, "start_until"),
            moment(ACTUAL_START, "actual_start"),
            moment(POINT_OF_NO_RETURN, "point_of_no_return"),
            moment(TARGET_MOMENT, "target_moment"),
            moment(SUPPORT_UNTIL, "support_until"),
            moment(UNAVAILABLE_SINCE, OUTAGE));

    private Columns() {}

    /** The column of a variable, if it has one. */
    static Optional<Column> of(String variable) {
        return Optional.ofNullable(BY_VARIABLE.get(variable));
    }

    static OffsetDateTime moment(long milliseconds) {
        return OffsetDateTime.ofInstant(Instant.ofEpochMilli(milliseconds), ZoneOffset.UTC);
    }

    private static Map.Entry<String, Column> text(Variable<?> variable, String name) {
        return Map.entry(variable.name(), new Column(name, HistoricVariableUpdateEventEntity::getTextValue));
    }

    private static Map.Entry<String, Column> day(Variable<?> variable, String name) {
        return Map.entry(variable.name(), new Column(name, change -> day(change.getTextValue())));
    }

    /** Null for what is no time; the step that takes the request refuses it. */
    private static LocalDate day(String localTime) {
        return WrittenTime.read(String.valueOf(localTime))
                .map(LocalDateTime::toLocalDate)
                .orElse(null);
    }

    private static Map.Entry<String, Column> whole(Variable<?> variable, String name) {
        // A number that does not fit was submitted so, and is refused before anything is written.
        return number(variable, name, Long::intValue);
    }

    private static Map.Entry<String, Column> moment(Variable<?> variable, String name) {
        return number(variable, name, Columns::moment);
    }

    private static Map.Entry<String, Column> number(Variable<?> variable, String name, Function<Long, Object> type) {
        return Map.entry(
                variable.name(),
                new Column(name, change -> change.getLongValue() == null ? null : type.apply(change.getLongValue())));
    }

    /**
     * A column and what it takes from a change of its variable.
     *
     * @param name in table {@code intervention}
     */
    record Column(String name, Function<HistoricVariableUpdateEventEntity, Object> value) {

        /** The new value; null when the variable was cleared. */
        Object after(HistoricVariableUpdateEventEntity change) {
            return "null".equals(change.getSerializerName()) ? null : value.apply(change);
        }
    }
}
