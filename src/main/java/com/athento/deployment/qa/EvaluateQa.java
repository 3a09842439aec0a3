package com.athento.deployment.qa;

import com.athento.deployment.process.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** <i>Evaluate QA</i>: what the gate makes of the battery. */
@Component
class EvaluateQa implements JavaDelegate {

    @Override
    public void execute(DelegateExecution intervention) {
        Variables.QA_VERDICT.put(intervention, ReadBattery.from(intervention).verdict());
    }
}
