package com.athento.deployment.support;

import com.athento.deployment.intervention.Phase;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.Reading;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.Variables;
import java.util.Optional;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * <i>Pass on the incident</i>: the intervention that is being supported hears of it at once, so that whoever reports
 * learns why it cannot.
 */
@Component
class PassOnIncident implements JavaDelegate {

    private final RuntimeService runtime;
    private final JdbcClient database;

    PassOnIncident(RuntimeService runtime, JdbcClient database) {
        this.runtime = runtime;
        this.database = database;
    }

    /** The intervention that an incident is about. */
    private record Supported(String processInstanceId, Phase phase) {}

    @Override
    public void execute(DelegateExecution form) {
        var reading = new Reading();
        var given = reading.of(() -> Variables.INTERVENTION.required(
                form, "give the key of an intervention, such as INT-2027-0042-ACME-PRO"));
        var read = Report.from(form, reading);
        reading.end();
        var key = given.orElseThrow();
        var report = read.orElseThrow();
        var supported = find(key)
                .orElseThrow(() -> new Refused(
                        Refused.Reason.UNKNOWN,
                        "intervention: '%s' is not known; give the key of one that is being supported".formatted(key)));
        try {
            runtime.createMessageCorrelation(Elements.INCIDENT_REPORTED)
                    .processInstanceId(supported.processInstanceId())
                    .setVariablesToTriggeredScope(report.variables())
                    .correlate();
        } catch (MismatchingMessageCorrelationException nobodyListens) {
            throw notSupported(key, supported.phase());
        }
    }

    private Optional<Supported> find(String key) {
        return database.sql("select process_instance_id, phase from intervention where intervention_key = ?")
                .param(key)
                .query((row, number) ->
                        new Supported(row.getString("process_instance_id"), Phase.valueOf(row.getString("phase"))))
                .optional();
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
