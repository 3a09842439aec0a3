package com.athento.deployment.request;

import static com.athento.deployment.process.Variables.EFFECTIVE_RISK;
import static com.athento.deployment.process.Variables.ENDED_BY;
import static com.athento.deployment.process.Variables.EXCEPTION_REASON;
import static com.athento.deployment.process.Variables.REPLAN_CAUSE;
import static com.athento.deployment.process.Variables.REQUESTER;
import static com.athento.deployment.process.Variables.REQUESTER_DECISION;
import static com.athento.deployment.process.Variables.REVISION;
import static com.athento.deployment.process.Variables.ROUTE;

import com.athento.deployment.intervention.Person;
import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.WhoActs;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** <i>Revise the request</i>: amend it, ask for an exception, or withdraw it. */
@Component
class ReviseRequest implements TaskListener {

    private final WhoActs whoActs;
    private final Amendment amendment;
    private final Revisions revisions;
    private final Place place;
    private final Clock clock;

    ReviseRequest(WhoActs whoActs, Amendment amendment, Revisions revisions, Place place, Clock clock) {
        this.whoActs = whoActs;
        this.amendment = amendment;
        this.revisions = revisions;
        this.place = place;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        var intervention = task.getExecution();
        var key = intervention.getProcessBusinessKey();
        var person = whoActs.somebody();
        Entitled.toRevise(person, key, REQUESTER.in(intervention));
        var revision = revisions.get(key, REVISION.in(intervention));
        switch (REQUESTER_DECISION.required(intervention, "refused.give", Sentence.or("AMEND", "EXCEPT", "WITHDRAW"))) {
            case AMEND -> amendment.take(intervention, revision, person);
            case EXCEPT -> except(intervention, key, revision, person);
            case WITHDRAW -> {
                mustKeep(revision, intervention, "refused.revision.withdrawn-as-it-is");
                ENDED_BY.put(intervention, person.account());
            }
        }
    }

    private void except(DelegateExecution intervention, String key, Revision revision, Person person) {
        var reason = EXCEPTION_REASON.required(intervention, "refused.exception.reason");
        mustKeep(revision, intervention, "refused.revision.excepted-as-it-is");
        Exceptions.check(revision, REPLAN_CAUSE.find(intervention), clock.instant());
        place.mustBeLeft(revision, key, ROUTE.in(intervention));
        var reasons = Exceptions.together(revision.exceptionReason(), reason);

        EXCEPTION_REASON.put(intervention, reasons);
        EFFECTIVE_RISK.clear(intervention);
        revisions.excepted(key, revision.number(), person.account(), clock.instant(), reasons);
    }

    private static void mustKeep(Revision revision, DelegateExecution intervention, String code) {
        revision.changedIn(intervention).ifPresent(field -> {
            throw Refused.because(code, field);
        });
    }
}
