package com.athento.deployment.approval;

import com.athento.deployment.process.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Both teams approved: the higher of their risks counts. */
@Component
class WeighRisk implements ExecutionListener {

    @Override
    public void notify(DelegateExecution approval) {
        Variables.EFFECTIVE_RISK.put(
                approval, Variables.PRODUCT_RISK.in(approval).or(Variables.PROJECT_RISK.in(approval)));
    }
}
