package com.athento.deployment.ladder;

import com.athento.deployment.intervention.DeploymentResult;
import com.athento.deployment.intervention.FlagAfter;
import com.athento.deployment.intervention.IncidentResolution;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.Variables;
import com.athento.deployment.process.WhoActs;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Keeps which state a step leaves the flags of the request in. */
@Component
class RecordFlags implements TaskListener {

    private final FlagStates states;
    private final WhoActs whoActs;

    RecordFlags(FlagStates states, WhoActs whoActs) {
        this.states = states;
        this.whoActs = whoActs;
    }

    @Override
    public void notify(DelegateTask task) {
        states.state(
                task.getExecution().getProcessBusinessKey(),
                left(task),
                task.getTaskDefinitionKey(),
                whoActs.recorded(task));
    }

    private static List<FlagAfter> left(DelegateTask task) {
        var switched = new Switched(
                Variables.FLAGS.find(task).orElse(List.of()),
                Variables.FLAGS_AFTER.find(task).orElse(List.of()));
        if (Elements.DEPLOY.equals(task.getTaskDefinitionKey())) {
            return Variables.DEPLOYMENT_RESULT.in(task) == DeploymentResult.DEPLOYED
                    ? switched.deployed()
                    : switched.stated();
        }
        return Variables.INCIDENT_RESOLUTION
                        .find(task)
                        .filter(IncidentResolution.FLAG_OFF::equals)
                        .isPresent()
                ? switched.switchedOff()
                : switched.stated();
    }
}
