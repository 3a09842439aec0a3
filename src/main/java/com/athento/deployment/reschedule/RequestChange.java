package com.athento.deployment.reschedule;

import com.athento.deployment.intervention.Change;
import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.Outcome;
import com.athento.deployment.intervention.Phase;
import com.athento.deployment.intervention.Window;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.InterventionLock;
import com.athento.deployment.process.Reading;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.StoredTime;
import com.athento.deployment.process.Variables;
import com.athento.deployment.process.WhoActs;
import com.athento.deployment.process.models.DeploymentTypes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * <i>Request the change</i>: an intervention is rescheduled, perhaps to a window that is named at once, or cancelled.
 * It hears of it at once, so that whoever asks learns why it cannot.
 */
@Component
class RequestChange implements JavaDelegate {

    private final InterventionLock lock;
    private final RuntimeService runtime;
    private final JdbcClient database;
    private final WhoActs whoActs;
    private final RepositoryService repository;
    private final DeploymentTypes types;
    private final Clock clock;

    RequestChange(
            InterventionLock lock,
            RuntimeService runtime,
            JdbcClient database,
            WhoActs whoActs,
            RepositoryService repository,
            DeploymentTypes types,
            Clock clock) {
        this.lock = lock;
        this.runtime = runtime;
        this.database = database;
        this.whoActs = whoActs;
        this.repository = repository;
        this.types = types;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution form) {
        var reading = new Reading();
        var given = reading.of(() -> Variables.INTERVENTION.required(
                form, "give the key of an intervention, such as INT-2027-0042-ACME-PRO"));
        var asked = reading.of(() -> Variables.CHANGE.required(form, "give RESCHEDULE or CANCEL"));
        var why = reading.of(() -> Variables.CHANGE_REASON.required(form, "say why"));
        // Whoever comes second waits here, and then hears what the first has made of it.
        var found = given.filter(lock::take).flatMap(this::find);
        var window = asked.flatMap(change -> found.flatMap(one -> window(form, change, one, reading)));
        reading.end();
        var change = asked.orElseThrow();
        var standing = found.orElseThrow(() -> unknown(given.orElseThrow()));
        checkRight(standing);
        try {
            runtime.createMessageCorrelation(message(change))
                    .processInstanceId(standing.processInstanceId())
                    .setVariables(variables(change, why.orElseThrow(), window))
                    .correlate();
        } catch (MismatchingMessageCorrelationException nothingWaits) {
            throw new Refused(Refused.Reason.LATE, standing.obstacle(change));
        }
    }

    private Optional<NamedWindow> window(DelegateExecution form, Change change, Obstacle standing, Reading reading) {
        var window = NamedWindow.read(
                form::getVariable,
                change,
                standing,
                () -> types.of(standing.model(), standing.kind()).longestWindow(),
                clock.instant(),
                reading);
        window.ifPresent(named -> reading.check(() -> mustBeTaken(standing)));
        return window;
    }

    /** One that follows an earlier version of the model would drop it without a word. */
    private void mustBeTaken(Obstacle standing) {
        var model = repository.getBpmnModelInstance(standing.model());
        if (model.getModelElementById(Elements.WINDOW_NAMED) == null) {
            throw Refused.because(
                    "%s: '%s' follows an earlier version of the procedure, which takes another window in 'Revise the request'; leave it out",
                    Variables.WINDOW_START_LOCAL, standing.key());
        }
    }

    private void checkRight(Obstacle standing) {
        whoActs.who().filter(person -> !person.mayChange(standing.requester())).ifPresent(person -> {
            throw new Refused(
                    Refused.Reason.FORBIDDEN,
                    "intervention: '%s' may be changed by %s, who requested it, and by the teams project and managers, not by '%s'"
                            .formatted(standing.key(), standing.requester(), person.account()));
        });
    }

    private static String message(Change change) {
        return change == Change.CANCEL ? Elements.CANCEL_REQUESTED : Elements.RESCHEDULE_REQUESTED;
    }

    private Map<String, Object> variables(Change change, String reason, Optional<NamedWindow> window) {
        var variables = new HashMap<String, Object>();
        variables.put(Variables.CHANGE_REASON.name(), reason);
        variables.put(Variables.CHANGED_BY.name(), whoActs.recorded());
        variables.put(Variables.WINDOW_NAMED.name(), window.isPresent());
        window.ifPresent(named -> variables.putAll(named.variables()));
        if (change == Change.CANCEL) {
            variables.put(Variables.ENDED_BY.name(), whoActs.recorded());
        }
        return variables;
    }

    private Optional<Obstacle> find(String key) {
        return database.sql("""
                        select i.*, r.change_kind from intervention i
                        join revision r on r.intervention_key = i.intervention_key and r.number = i.revision
                        where i.intervention_key = ?""")
                .param(key)
                .query((row, number) -> standing(key, row))
                .optional();
    }

    private static Obstacle standing(String key, ResultSet row) throws SQLException {
        var zone = ZoneId.of(row.getString("zone"));
        var minutes = row.getInt("downtime_minutes");
        return new Obstacle(
                key,
                row.getString("process_instance_id"),
                row.getString("requester"),
                Phase.valueOf(row.getString("phase")),
                Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf),
                StoredTime.in(row, "actual_start"),
                zone,
                StoredTime.in(row, "window_start").map(start -> new Window(start, zone, minutes)),
                ChangeKind.valueOf(row.getString("change_kind")),
                row.getString("process_definition_id"));
    }

    private static Refused unknown(String key) {
        return new Refused(
                Refused.Reason.UNKNOWN,
                "intervention: '%s' is not known; give a key such as INT-2027-0042-ACME-PRO".formatted(key));
    }
}
