package com.athento.deployment.closure;

import com.athento.deployment.intervention.ClosingTeam;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.process.Reading;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.Variables;
import com.athento.deployment.process.WhoActs;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** A person ends the intervention officially, for a team of their own: it gets the replies. */
@Component
class CloseIntervention implements TaskListener {

    private final WhoActs whoActs;

    CloseIntervention(WhoActs whoActs) {
        this.whoActs = whoActs;
    }

    @Override
    public void notify(DelegateTask task) {
        var reading = new Reading();
        reading.check(() -> Variables.CLOSING_TEXT.required(task, "refused.closing.text"));
        reading.check(() -> checkTeam(task));
        reading.end();
    }

    private void checkTeam(DelegateTask task) {
        var closing = Variables.CLOSING_TEAM.required(task, "refused.closing.give-team");
        var team = closing == ClosingTeam.PROJECT ? Team.PROJECT : Team.SUPPORT;
        whoActs.person().filter(person -> !whoActs.isIn(team)).ifPresent(person -> {
            throw Refused.because("refused.closing.foreign-team", Variables.CLOSING_TEAM, closing, person);
        });
    }
}
