package com.athento.deployment.request;

import static com.athento.deployment.process.Variables.DEPLOYMENT_TYPE;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** <i>Classify the deployment</i>: which type the kind of change belongs to. */
@Component
class TakeDeploymentType implements ExecutionListener {

    @Override
    public void notify(DelegateExecution intervention) {
        DEPLOYMENT_TYPE.put(intervention, Decision.of(intervention).get(DEPLOYMENT_TYPE.name(), Integer.class));
    }
}
