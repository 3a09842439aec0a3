package com.athento.deployment.request;

import static com.athento.deployment.process.Variables.CHECK_RESULT;
import static com.athento.deployment.process.Variables.REPLAN_CAUSE;
import static com.athento.deployment.process.Variables.REVISION;

import com.athento.deployment.intervention.CheckResult;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * <i>Revise the request</i> opens: where the check itself led here, the cause of an earlier
 * revision is no longer the reason.
 */
@Component
class OfferRevision implements TaskListener {

    private final Revisions revisions;

    OfferRevision(Revisions revisions) {
        this.revisions = revisions;
    }

    @Override
    public void notify(DelegateTask task) {
        var intervention = task.getExecution();
        if (REPLAN_CAUSE.find(intervention).isPresent() && isFreshFromTheCheck(task)) {
            REPLAN_CAUSE.clear(intervention);
        }
    }

    /** With findings that stop it, only an exception leads any further. */
    private boolean isFreshFromTheCheck(DelegateTask task) {
        var intervention = task.getExecution();
        return CHECK_RESULT.find(intervention).filter(CheckResult.FINDINGS::equals).isPresent()
                && revisions
                        .get(intervention.getProcessBusinessKey(), REVISION.in(intervention))
                        .exceptionReason()
                        .isEmpty();
    }
}
