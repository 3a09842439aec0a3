package com.athento.deployment.request;

import static com.athento.deployment.process.Variables.CHECK_RESULT;
import static com.athento.deployment.process.Variables.EXCEPTION_OFFERED;
import static com.athento.deployment.process.Variables.REPLAN_CAUSE;
import static com.athento.deployment.process.Variables.REVISION;
import static com.athento.deployment.process.Variables.SEVERITY;
import static com.athento.deployment.process.Variables.WINDOW_START;

import com.athento.deployment.intervention.CheckResult;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * <i>Revise the request</i> opens: where the check itself led here, the cause of an earlier revision is no longer the
 * reason. The form offers an exception only where one can be asked for. It does not wait for ever.
 */
@Component
class OfferRevision implements TaskListener {

    private final Revisions revisions;
    private final RevisionTime time;
    private final Clock clock;

    OfferRevision(Revisions revisions, RequestProperties request, Clock clock) {
        this.revisions = revisions;
        this.time = new RevisionTime(request.reviseWithin(), request.reviseUrgentWithin());
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        var intervention = task.getExecution();
        var revision = revisions.get(intervention.getProcessBusinessKey(), REVISION.in(intervention));
        if (REPLAN_CAUSE.find(intervention).isPresent() && isFreshFromTheCheck(intervention, revision)) {
            REPLAN_CAUSE.clear(intervention);
        }
        task.setDueDate(Date.from(time.due(SEVERITY.in(intervention), clock.instant(), WINDOW_START.in(intervention))));
        EXCEPTION_OFFERED.putLocal(
                task, Exceptions.arePossible(revision, REPLAN_CAUSE.find(intervention), clock.instant()));
    }

    /** With findings that stop it, only an exception leads any further. */
    private static boolean isFreshFromTheCheck(DelegateExecution intervention, Revision revision) {
        return CHECK_RESULT
                        .find(intervention)
                        .filter(CheckResult.FINDINGS::equals)
                        .isPresent()
                && revision.exceptionReason().isEmpty();
    }
}
