package com.athento.deployment.support;

import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.Variables;
import com.athento.deployment.process.WhoActs;
import com.athento.deployment.record.Records;
import com.athento.deployment.register.Register;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Support says how an incident ended. */
@Component
class ResolveIncident implements TaskListener {

    private final Incidents incidents;
    private final Records records;
    private final Register register;
    private final WhoActs whoActs;

    ResolveIncident(Incidents incidents, Records records, Register register, WhoActs whoActs) {
        this.incidents = incidents;
        this.records = records;
        this.register = register;
        this.whoActs = whoActs;
    }

    @Override
    public void notify(DelegateTask task) {
        var severity = Variables.INCIDENT_SEVERITY.in(task);
        var resolution = new Resolution(
                Variables.INCIDENT_RESOLUTION.required(
                        task, "refused.give", Sentence.or("SOLVED", "FLAG_OFF", "HOTFIX", "HANDED_OVER", "ROLL_BACK")),
                Variables.TICKET_NUMBER.find(task),
                Variables.RESOLUTION_NOTES.find(task));
        resolution.fault(severity).ifPresent(fault -> {
            throw new Refused(Refused.Reason.INVALID, fault);
        });
        incidents.resolve(task.getExecutionId(), resolution, whoActs.recorded(task));
        joinPatches(task);
    }

    /** A hotfix is on the instance from now on, and the next version must not take it away unseen. */
    private void joinPatches(DelegateTask task) {
        var key = task.getExecution().getProcessBusinessKey();
        records.incidents(key).stream()
                .filter(incident -> incident.id().equals(task.getExecutionId()) && incident.leftHotfix())
                .forEach(incident -> register.addPatch(
                        Variables.INSTANCE_CODE.in(task), key, incident.resolvedAt(), incident.hotfix()));
    }
}
