package com.athento.deployment.rollout;

import com.athento.deployment.intervention.DeploymentResult;
import com.athento.deployment.intervention.RunningVersion;
import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.process.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Deployed: the new version runs from here on; or failed, and nobody knows yet what runs. */
@Component
class RecordDeployment implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        var result = Variables.DEPLOYMENT_RESULT.required(task, "refused.give", Sentence.or("DEPLOYED", "FAILED"));
        if (result == DeploymentResult.DEPLOYED) {
            Variables.RUNNING_VERSION.put(task, RunningVersion.NEW);
        }
    }
}
