package com.athento.deployment.rollout;

import com.athento.deployment.intervention.Team;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Once systems can only postpone, managers find the task among theirs. */
@Component
class LetManagersStart implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        if (task.getCandidates().stream().noneMatch(link -> Team.MANAGERS.id().equals(link.getGroupId()))) {
            task.addCandidateGroup(Team.MANAGERS.id());
        }
    }
}
