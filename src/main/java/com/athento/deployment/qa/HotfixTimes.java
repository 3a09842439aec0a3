package com.athento.deployment.qa;

import com.athento.deployment.intervention.Downtime;
import com.athento.deployment.process.Variables;
import com.athento.deployment.register.Register;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** Looks up what the time for a hotfix depends on. */
@Component
class HotfixTimes {

    private final Register register;

    HotfixTimes(Register register) {
        this.register = register;
    }

    HotfixTime of(VariableScope intervention) {
        return new HotfixTime(
                new Downtime(
                        Variables.DOWNTIME_SPENT.find(intervention).orElse(0),
                        Variables.UNAVAILABLE_SINCE.find(intervention)),
                register.instance(Variables.INSTANCE_CODE.in(intervention))
                        .orElseThrow()
                        .rollbackMinutes());
    }
}
