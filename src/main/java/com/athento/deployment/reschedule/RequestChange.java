package com.athento.deployment.reschedule;

import com.athento.deployment.intervention.Change;
import com.athento.deployment.intervention.Outcome;
import com.athento.deployment.intervention.Phase;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.InterventionLock;
import com.athento.deployment.process.Reading;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.StoredTime;
import com.athento.deployment.process.Variables;
import com.athento.deployment.process.WhoActs;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * <i>Request the change</i>: an intervention is rescheduled or cancelled. It hears of it at once,
 * so that whoever asks learns why it cannot.
 */
@Component
class RequestChange implements JavaDelegate {

    private final InterventionLock lock;
    private final RuntimeService runtime;
    private final JdbcClient database;
    private final WhoActs whoActs;

    RequestChange(
            InterventionLock lock, RuntimeService runtime, JdbcClient database, WhoActs whoActs) {
        this.lock = lock;
        this.runtime = runtime;
        this.database = database;
        this.whoActs = whoActs;
    }

    @Override
    public void execute(DelegateExecution form) {
        var reading = new Reading();
        var given =
                reading.of(
                        () ->
                                Variables.INTERVENTION.required(
                                        form,
                                        "give the key of an intervention, such as INT-2027-0042-ACME-PRO"));
        var asked = reading.of(() -> Variables.CHANGE.required(form, "give RESCHEDULE or CANCEL"));
        var why = reading.of(() -> Variables.CHANGE_REASON.required(form, "say why"));
        reading.end();
        var key = given.orElseThrow();
        var change = asked.orElseThrow();
        var reason = why.orElseThrow();
        // Whoever comes second waits here, and then hears what the first has made of it.
        lock.take(key);
        var standing = find(key).orElseThrow(() -> unknown(key));
        checkRight(standing);
        try {
            runtime.createMessageCorrelation(message(change))
                    .processInstanceId(standing.processInstanceId())
                    .setVariables(variables(change, reason))
                    .correlate();
        } catch (MismatchingMessageCorrelationException nothingWaits) {
            throw new Refused(
                    Refused.Reason.LATE, standing.obstacle(change, isAnnouncing(standing)));
        }
    }

    private void checkRight(Standing standing) {
        var person = whoActs.person();
        if (person.isPresent()
                && !person.get().equals(standing.requester())
                && !whoActs.isIn(Team.PROJECT)
                && !whoActs.isIn(Team.MANAGERS)) {
            throw new Refused(
                    Refused.Reason.FORBIDDEN,
                    "intervention: '%s' may be changed by %s, who requested it, and by the teams project and managers, not by '%s'"
                            .formatted(standing.key(), standing.requester(), person.get()));
        }
    }

    private static String message(Change change) {
        return change == Change.CANCEL ? Elements.CANCEL_REQUESTED : Elements.RESCHEDULE_REQUESTED;
    }

    private Map<String, Object> variables(Change change, String reason) {
        var variables = new HashMap<String, Object>();
        variables.put(Variables.CHANGE_REASON.name(), reason);
        variables.put(Variables.CHANGED_BY.name(), whoActs.recorded());
        if (change == Change.CANCEL) {
            variables.put(Variables.ENDED_BY.name(), whoActs.recorded());
        }
        return variables;
    }

    private boolean isAnnouncing(Standing standing) {
        return standing.phase() != Phase.ENDED
                && runtime.getActiveActivityIds(standing.processInstanceId())
                        .contains(Elements.ANNOUNCE_CHANGE);
    }

    private Optional<Standing> find(String key) {
        return database.sql(
                        "select process_instance_id, requester, phase, outcome, actual_start, zone"
                                + " from intervention where intervention_key = ?")
                .param(key)
                .query((row, number) -> standing(key, row))
                .optional();
    }

    private static Standing standing(String key, ResultSet row) throws SQLException {
        return new Standing(
                key,
                row.getString("process_instance_id"),
                row.getString("requester"),
                Phase.valueOf(row.getString("phase")),
                Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf),
                StoredTime.in(row, "actual_start"),
                ZoneId.of(row.getString("zone")));
    }

    private static Refused unknown(String key) {
        return new Refused(
                Refused.Reason.UNKNOWN,
                "intervention: '%s' is not known; give a key such as INT-2027-0042-ACME-PRO"
                        .formatted(key));
    }
}
