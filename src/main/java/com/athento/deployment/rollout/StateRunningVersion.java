package com.athento.deployment.rollout;

import com.athento.deployment.intervention.RunningVersion;
import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.Variables;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * Whoever is at the machine says which version runs. If one does, users can work again; if neither does, the instance
 * must be recovered, and that ends only with a version.
 */
@Component
class StateRunningVersion implements TaskListener {

    private final Clock clock;

    StateRunningVersion(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        var recovering = Elements.RECOVER_INSTANCE.equals(task.getTaskDefinitionKey());
        var running = Variables.RUNNING_VERSION.required(
                task,
                "refused.give",
                recovering ? Sentence.or("PREVIOUS", "NEW") : Sentence.or("PREVIOUS", "NEW", "NEITHER"));
        if (running != RunningVersion.NEITHER) {
            Hour.put(task, Hour.of(task).released(clock.instant()));
        } else if (recovering) {
            throw Refused.because("refused.running-version.neither", Variables.RUNNING_VERSION);
        }
    }
}
