package com.athento.deployment.reschedule;

import com.athento.deployment.intervention.Change;
import com.athento.deployment.intervention.ElementName;
import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.InterventionLock;
import com.athento.deployment.process.Reading;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.Variables;
import com.athento.deployment.process.WhoActs;
import com.athento.deployment.process.models.DeploymentTypes;
import com.athento.deployment.record.Interventions;
import com.athento.deployment.record.Planned;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * <i>Request the change</i>: an intervention is rescheduled, perhaps to a window that is named at once, or cancelled.
 * It hears of it at once, so that whoever asks learns why it cannot.
 */
@Component
class RequestChange implements JavaDelegate {

    private final InterventionLock lock;
    private final RuntimeService runtime;
    private final Interventions interventions;
    private final WhoActs whoActs;
    private final RepositoryService repository;
    private final DeploymentTypes types;
    private final Clock clock;

    RequestChange(
            InterventionLock lock,
            RuntimeService runtime,
            Interventions interventions,
            WhoActs whoActs,
            RepositoryService repository,
            DeploymentTypes types,
            Clock clock) {
        this.lock = lock;
        this.runtime = runtime;
        this.interventions = interventions;
        this.whoActs = whoActs;
        this.repository = repository;
        this.types = types;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution form) {
        var reading = new Reading();
        var given = reading.of(() -> Variables.INTERVENTION.required(form, "refused.intervention.key"));
        var asked =
                reading.of(() -> Variables.CHANGE.required(form, "refused.give", Sentence.or("RESCHEDULE", "CANCEL")));
        var why = reading.of(() -> Variables.CHANGE_REASON.required(form, "refused.say-why"));
        // Whoever comes second waits here, and then hears what the first has made of it.
        var found = given.filter(lock::take).flatMap(interventions::planned);
        var window = asked.flatMap(change -> found.flatMap(one -> window(form, change, one, reading)));
        reading.end();
        var change = asked.orElseThrow();
        var planned = found.orElseThrow(() -> unknown(given.orElseThrow()));
        checkRight(planned);
        try {
            runtime.createMessageCorrelation(message(change))
                    .processInstanceId(planned.processInstanceId())
                    .setVariables(variables(change, why.orElseThrow(), window))
                    .correlate();
        } catch (MismatchingMessageCorrelationException nothingWaits) {
            throw new Refused(Refused.Reason.LATE, new Obstacle(planned, change).sentence());
        }
    }

    private Optional<NamedWindow> window(DelegateExecution form, Change change, Planned planned, Reading reading) {
        var window = NamedWindow.read(
                form::getVariable,
                change,
                planned,
                () -> types.of(planned.processDefinitionId(), planned.changeKind())
                        .longestWindow(),
                clock.instant(),
                reading);
        window.ifPresent(named -> reading.check(() -> mustBeTaken(planned)));
        return window;
    }

    /** One that follows an earlier version of the model would drop it without a word. */
    private void mustBeTaken(Planned planned) {
        var model = repository.getBpmnModelInstance(planned.processDefinitionId());
        if (model.getModelElementById(Elements.WINDOW_NAMED) == null) {
            throw Refused.because(
                    "refused.change.earlier-version",
                    Variables.WINDOW_START_LOCAL,
                    planned.interventionKey(),
                    new ElementName(Elements.REVISE_REQUEST));
        }
    }

    private void checkRight(Planned planned) {
        whoActs.who().filter(person -> !person.mayChange(planned.requester())).ifPresent(person -> {
            throw new Refused(
                    Refused.Reason.FORBIDDEN,
                    "refused.change.not-theirs",
                    planned.interventionKey(),
                    planned.requester(),
                    person.account());
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

    private static Refused unknown(String key) {
        return new Refused(Refused.Reason.UNKNOWN, "refused.intervention.unknown", key);
    }
}
