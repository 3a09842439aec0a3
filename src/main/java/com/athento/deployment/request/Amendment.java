package com.athento.deployment.request;

import static com.athento.deployment.process.Variables.EXCEPTION_REASON;
import static com.athento.deployment.process.Variables.WINDOW_OFFSET;

import com.athento.deployment.intervention.Person;
import com.athento.deployment.process.Refused;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Makes a new revision of what the process holds: everything is judged as at the start. */
@Component
class Amendment {

    private final TakeSubmission take;
    private final Revisions revisions;

    Amendment(TakeSubmission take, Revisions revisions) {
        this.take = take;
        this.revisions = revisions;
    }

    /**
     * @param before what it was until now
     * @throws Refused if anything in it is wrong, with all that is
     */
    void take(DelegateExecution intervention, Revision before, Person person) {
        var key = intervention.getProcessBusinessKey();
        var amended = new Amended(key, before, intervention::getVariable);
        amended.mustKeepInstance();
        if (amended.forgetsOffset()) {
            WINDOW_OFFSET.clear(intervention);
        }
        EXCEPTION_REASON.clear(intervention);
        var submission = take.from(intervention, before);
        amended.mustKeepWindow(submission);

        TakeSubmission.revise(intervention, submission.values(before.number() + 1));
        revisions.add(key, before.number() + 1, submission, person.account(), amended.windowSetAt(submission));
    }
}
