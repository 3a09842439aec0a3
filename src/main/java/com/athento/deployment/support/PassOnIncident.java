package com.athento.deployment.support;

import com.athento.deployment.intervention.Phase;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.Reading;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.Variables;
import com.athento.deployment.record.Interventions;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * <i>Pass on the incident</i>: the intervention that is being supported hears of it at once, so that whoever reports
 * learns why it cannot.
 */
@Component
class PassOnIncident implements JavaDelegate {

    private final RuntimeService runtime;
    private final Interventions interventions;

    PassOnIncident(RuntimeService runtime, Interventions interventions) {
        this.runtime = runtime;
        this.interventions = interventions;
    }

    @Override
    public void execute(DelegateExecution form) {
        var reading = new Reading();
        var given = reading.of(() -> Variables.INTERVENTION.required(form, "refused.intervention.key"));
        var read = Report.from(form, reading);
        reading.end();
        var key = given.orElseThrow();
        var report = read.orElseThrow();
        var supported = interventions
                .find(key)
                .orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN, "refused.incident.unknown-intervention", key));
        try {
            runtime.createMessageCorrelation(Elements.INCIDENT_REPORTED)
                    .processInstanceId(supported.processInstanceId())
                    .setVariablesToTriggeredScope(report.variables())
                    .correlate();
        } catch (MismatchingMessageCorrelationException nobodyListens) {
            throw notSupported(key, Phase.valueOf(supported.phase()));
        }
    }

    private static Refused notSupported(String key, Phase phase) {
        return Refused.late(
                switch (phase) {
                    case REQUEST, APPROVAL, CONSENT, WAITING -> "refused.incident.not-deployed-yet";
                    case ROLLOUT, SUPPORT -> "refused.incident.being-deployed";
                    case CLOSURE -> "refused.incident.being-closed";
                    case ENDED -> "refused.incident.ended";
                },
                key);
    }
}
