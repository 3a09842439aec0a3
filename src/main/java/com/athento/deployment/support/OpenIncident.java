package com.athento.deployment.support;

import com.athento.deployment.process.Variable;
import com.athento.deployment.process.Variables;
import com.athento.deployment.process.WhoActs;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * An incident was reported. Its variables are its own: declared here, or a second incident would overwrite the first.
 */
@Component
class OpenIncident implements ExecutionListener {

    private static final List<Variable<?>> OWN = List.of(
            Variables.INCIDENT_TITLE,
            Variables.INCIDENT_SEVERITY,
            Variables.CAUSED_BY_UPDATE,
            Variables.INCIDENT_REPORTER,
            Variables.INCIDENT_RESOLUTION,
            Variables.TICKET_NUMBER,
            Variables.RESOLUTION_NOTES,
            Variables.FLAGS_AFTER,
            Variables.ROLLBACK_CONFIRMED);

    private final Incidents incidents;
    private final WhoActs whoActs;

    OpenIncident(Incidents incidents, WhoActs whoActs) {
        this.incidents = incidents;
        this.whoActs = whoActs;
    }

    @Override
    public void notify(DelegateExecution incident) {
        OWN.stream()
                .filter(variable -> !incident.hasVariableLocal(variable.name()))
                .forEach(variable -> variable.putLocal(incident, null));
        incidents.open(incident.getId(), incident.getProcessBusinessKey(), Report.from(incident), whoActs.recorded());
    }
}
