package com.athento.deployment.consent;

import com.athento.deployment.intervention.ConsentOutcome;
import com.athento.deployment.intervention.ReplanCause;
import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.process.Variables;
import com.athento.deployment.process.WhoActs;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The client stays silent: another window, or none at all. Silence is never consent. */
@Component
class DecideWithoutAnswer implements TaskListener {

    private final WhoActs whoActs;

    DecideWithoutAnswer(WhoActs whoActs) {
        this.whoActs = whoActs;
    }

    @Override
    public void notify(DelegateTask task) {
        var decision = Variables.NO_ANSWER_DECISION.required(task, "refused.give", Sentence.or("RESCHEDULE", "CANCEL"));
        var reason = Variables.NO_ANSWER_REASON.required(task, "refused.say-why");
        var person = whoActs.recorded(task);

        switch (decision) {
            case RESCHEDULE -> {
                Variables.CONSENT_OUTCOME.put(task, ConsentOutcome.REPLAN);
                Variables.REPLAN_CAUSE.put(task, ReplanCause.NO_ANSWER);
            }
            case CANCEL -> {
                Variables.CONSENT_OUTCOME.put(task, ConsentOutcome.GIVEN_UP);
                Variables.ENDED_BY.put(task, person);
            }
        }
        Variables.CHANGE_REASON.put(task, reason);
        Variables.CHANGED_BY.put(task, person);
    }
}
