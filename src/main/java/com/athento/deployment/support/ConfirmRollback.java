package com.athento.deployment.support;

import com.athento.deployment.process.Variables;
import com.athento.deployment.process.WhoActs;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** A manager decides whether an incident is worth the rollback. */
@Component
class ConfirmRollback implements TaskListener {

    private final Incidents incidents;
    private final WhoActs whoActs;

    ConfirmRollback(Incidents incidents, WhoActs whoActs) {
        this.incidents = incidents;
        this.whoActs = whoActs;
    }

    @Override
    public void notify(DelegateTask task) {
        if (Variables.ROLLBACK_CONFIRMED.required(task, "refused.incident.confirm")) {
            incidents.rollBack(
                    task.getExecutionId(), task.getExecution().getProcessBusinessKey(), whoActs.recorded(task));
        }
    }
}
