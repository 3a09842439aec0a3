package com.athento.deployment.rollout;

import com.athento.deployment.intervention.Team;
import com.athento.deployment.schedule.freezes.FreezeHits;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Where a freeze stands in the way when the window opens, managers find the task among theirs at once. */
@Component
class CheckFreeze implements TaskListener {

    private final FreezeHits freezes;
    private final Clock clock;

    CheckFreeze(FreezeHits freezes, Clock clock) {
        this.freezes = freezes;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        var key = task.getExecution().getProcessBusinessKey();
        if (!freezes.against(key, clock.instant()).isEmpty()) {
            task.addCandidateGroup(Team.MANAGERS.id());
        }
    }
}
