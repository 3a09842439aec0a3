package com.athento.deployment.request;

import static com.athento.deployment.process.Variables.REQUESTER;
import static com.athento.deployment.process.Variables.REQUESTER_DECISION;
import static com.athento.deployment.process.Variables.REVISION;
import static com.athento.deployment.process.Variables.WINDOW_NAMED;

import com.athento.deployment.intervention.RequesterDecision;
import com.athento.deployment.process.WhoActs;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * <i>New window named?</i> Yes: the request is amended by it, in the step that reschedules, so that what is wrong
 * reaches whoever does.
 */
@Component
class TakeNamedWindow implements ExecutionListener {

    private final WhoActs whoActs;
    private final Amendment amendment;
    private final Revisions revisions;

    TakeNamedWindow(WhoActs whoActs, Amendment amendment, Revisions revisions) {
        this.whoActs = whoActs;
        this.amendment = amendment;
        this.revisions = revisions;
    }

    @Override
    public void notify(DelegateExecution intervention) {
        var key = intervention.getProcessBusinessKey();
        var person = whoActs.somebody();
        Entitled.toRevise(person, key, REQUESTER.in(intervention));
        amendment.take(intervention, revisions.get(key, REVISION.in(intervention)), person);
        REQUESTER_DECISION.put(intervention, RequesterDecision.AMEND);
        WINDOW_NAMED.put(intervention, false);
    }
}
