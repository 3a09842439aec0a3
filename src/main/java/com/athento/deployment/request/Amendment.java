package com.athento.deployment.request;

import static com.athento.deployment.process.Variables.EXCEPTION_REASON;
import static com.athento.deployment.process.Variables.INSTANCE_CODE;
import static com.athento.deployment.process.Variables.WINDOW_OFFSET;
import static com.athento.deployment.process.Variables.WINDOW_START_LOCAL;

import com.athento.deployment.process.Refused;
import com.athento.deployment.schedule.ClientTime;
import java.util.Objects;
import java.util.Optional;
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
        mustKeepInstance(intervention, before);
        forgetOffset(intervention, before);
        EXCEPTION_REASON.clear(intervention);
        var submission = take.from(intervention);
        var moved = !submission.request().start().instant().equals(before.plan().window().start());

        TakeSubmission.write(intervention, submission.values(before.number() + 1));
        revisions.add(
                intervention.getProcessBusinessKey(),
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
}
