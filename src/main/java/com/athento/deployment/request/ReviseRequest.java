package com.athento.deployment.request;

import static com.athento.deployment.process.Variables.EFFECTIVE_RISK;
import static com.athento.deployment.process.Variables.ENDED_BY;
import static com.athento.deployment.process.Variables.EXCEPTION_REASON;
import static com.athento.deployment.process.Variables.INSTANCE_CODE;
import static com.athento.deployment.process.Variables.REPLAN_CAUSE;
import static com.athento.deployment.process.Variables.REQUESTER;
import static com.athento.deployment.process.Variables.REQUESTER_DECISION;
import static com.athento.deployment.process.Variables.REVISION;
import static com.athento.deployment.process.Variables.WINDOW_OFFSET;
import static com.athento.deployment.process.Variables.WINDOW_START_LOCAL;

import com.athento.deployment.process.Refused;
import com.athento.deployment.schedule.ClientTime;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** <i>Revise the request</i>: amend it, ask for an exception, or withdraw it. */
@Component
class ReviseRequest implements TaskListener {

    private final Acting acting;
    private final TakeSubmission take;
    private final Revisions revisions;
    private final Clock clock;

    ReviseRequest(Acting acting, TakeSubmission take, Revisions revisions, Clock clock) {
        this.acting = acting;
        this.take = take;
        this.revisions = revisions;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        var intervention = task.getExecution();
        var key = intervention.getProcessBusinessKey();
        var person = acting.person();
        person.mayRevise(key, REQUESTER.in(intervention));
        var revision = revisions.get(key, REVISION.in(intervention));
        switch (REQUESTER_DECISION.required(intervention, "give AMEND, EXCEPT or WITHDRAW")) {
            case AMEND -> amend(intervention, key, revision, person);
            case EXCEPT -> except(intervention, key, revision, person);
            case WITHDRAW -> {
                mustKeep(revision, intervention, "WITHDRAW ends the request as it is");
                ENDED_BY.put(intervention, person.account());
            }
        }
    }

    private void amend(DelegateExecution intervention, String key, Revision before, Person person) {
        mustKeepInstance(intervention, before);
        forgetOffset(intervention, before);
        EXCEPTION_REASON.clear(intervention);
        var submission = take.from(intervention);
        var moved = !submission.request().start().instant().equals(before.plan().window().start());

        TakeSubmission.write(intervention, submission.values(before.number() + 1));
        revisions.add(
                key,
                before.number() + 1,
                submission,
                person.account(),
                moved ? submission.at() : before.windowSetAt());
    }

    private static void mustKeepInstance(DelegateExecution intervention, Revision before) {
        var instance = before.plan().instance();
        if (!INSTANCE_CODE.find(intervention).equals(Optional.of(instance))) {
            throw Refused.because(
                    "%s: '%s' is another instance; %s stays with %s, so withdraw it and request anew",
                    INSTANCE_CODE,
                    INSTANCE_CODE.find(intervention).orElse(""),
                    intervention.getProcessBusinessKey(),
                    instance);
        }
    }

    /** An offset that was kept rather than sent means nothing to a new time that exists once. */
    private static void forgetOffset(DelegateExecution intervention, Revision before) {
        var local = WINDOW_START_LOCAL.find(intervention);
        var isKept =
                Objects.equals(
                        WINDOW_OFFSET.find(intervention), before.fields().get(WINDOW_OFFSET));
        if (isKept
                && local.isPresent()
                && !ClientTime.isAmbiguous(
                        WINDOW_START_LOCAL.name(), local.get(), before.plan().window().zone())) {
            WINDOW_OFFSET.clear(intervention);
        }
    }

    private void except(
            DelegateExecution intervention, String key, Revision revision, Person person) {
        var reason =
                EXCEPTION_REASON.required(
                        intervention, "say why the findings should be let pass, or amend");
        mustKeep(revision, intervention, "an exception leaves the request as it is");
        Exceptions.check(revision, REPLAN_CAUSE.find(intervention), clock.instant());
        var reasons = Exceptions.together(revision.exceptionReason(), reason);

        EXCEPTION_REASON.put(intervention, reasons);
        EFFECTIVE_RISK.clear(intervention);
        revisions.excepted(key, revision.number(), person.account(), clock.instant(), reasons);
    }

    private static void mustKeep(Revision revision, DelegateExecution intervention, String why) {
        revision.changedIn(intervention)
                .ifPresent(
                        field -> {
                            throw Refused.because(
                                    "%s: %s; leave it out, or give AMEND", field, why);
                        });
    }
}
