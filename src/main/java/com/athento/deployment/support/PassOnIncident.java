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
        var given = reading.of(() -> Variables.INTERVENTION.required(
                form, "give the key of an intervention, such as INT-2027-0042-ACME-PRO"));
        var read = Report.from(form, reading);
        reading.end();
        var key = given.orElseThrow();
        var report = read.orElseThrow();
        var supported = interventions
                .find(key)
                .orElseThrow(() -> new Refused(
                        Refused.Reason.UNKNOWN,
                        "intervention: '%s' is not known; give the key of one that is being supported".formatted(key)));
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
                "intervention: '%s' %s; incidents are reported here while users are accompanied after a deployment",
                key,
                switch (phase) {
                    case REQUEST, APPROVAL, CONSENT, WAITING -> "is not deployed yet";
                    case ROLLOUT, SUPPORT -> "is being deployed or rolled back";
                    case CLOSURE -> "is being closed";
                    case ENDED -> "has ended";
                });
    }
}
