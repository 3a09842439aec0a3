package com.athento.deployment.request;

import static com.athento.deployment.process.Variables.CHECK_RESULT;
import static com.athento.deployment.process.Variables.EXCEPTION_OFFERED;
import static com.athento.deployment.process.Variables.REPLAN_CAUSE;
import static com.athento.deployment.process.Variables.REVISION;

import com.athento.deployment.intervention.CheckResult;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * <i>Revise the request</i> opens: where the check itself led here, the cause of an earlier
 * revision is no longer the reason. The form offers an exception only where one can be asked for.
 */
@Component
class OfferRevision implements TaskListener {

    private final Revisions revisions;
    private final Clock clock;

    OfferRevision(Revisions revisions, Clock clock) {
        this.revisions = revisions;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        var intervention = task.getExecution();
        var revision =
                revisions.get(intervention.getProcessBusinessKey(), REVISION.in(intervention));
        if (REPLAN_CAUSE.find(intervention).isPresent()
                && isFreshFromTheCheck(intervention, revision)) {
            REPLAN_CAUSE.clear(intervention);
        }
        EXCEPTION_OFFERED.putLocal(
                task,
                Exceptions.arePossible(revision, REPLAN_CAUSE.find(intervention), clock.instant()));
    }

    /** With findings that stop it, only an exception leads any further. */
    private static boolean isFreshFromTheCheck(DelegateExecution intervention, Revision revision) {
        return CHECK_RESULT.find(intervention).filter(CheckResult.FINDINGS::equals).isPresent()
                && revision.exceptionReason().isEmpty();
    }
}
