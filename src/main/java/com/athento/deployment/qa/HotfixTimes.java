package com.athento.deployment.qa;

import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.Downtime;
import com.athento.deployment.intervention.HotfixTime;
import com.athento.deployment.process.Variables;
import com.athento.deployment.process.models.DeploymentTypes;
import com.athento.deployment.register.Register;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Looks up what the time for a hotfix depends on. */
@Component
class HotfixTimes {

    private final Register register;

    private final DeploymentTypes types;

    HotfixTimes(Register register, DeploymentTypes types) {
        this.register = register;
        this.types = types;
    }

    HotfixTime of(DelegateTask intervention) {
        return new HotfixTime(
                new Downtime(
                        Variables.DOWNTIME_SPENT.find(intervention).orElse(0),
                        Variables.UNAVAILABLE_SINCE.find(intervention)),
                types.of(intervention.getProcessDefinitionId(), ChangeKind.HOTFIX)
                        .maximumDowntime(),
                register.instance(Variables.INSTANCE_CODE.in(intervention))
                        .orElseThrow()
                        .rollbackMinutes());
    }
}
