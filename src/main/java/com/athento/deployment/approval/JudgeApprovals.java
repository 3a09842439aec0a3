package com.athento.deployment.approval;

import com.athento.deployment.process.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Whether the approvals that were given cover the plan as it stands now. */
@Component
class JudgeApprovals implements ExecutionListener {

    private final Approvals approvals;

    JudgeApprovals(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public void notify(DelegateExecution preparation) {
        var key = preparation.getProcessBusinessKey();
        var revision = Variables.REVISION.in(preparation);
        var hold = approvals.hold(key, revision);
        Variables.APPROVALS_HOLD.put(preparation, hold);
        if (hold) {
            // A plan that went away and came back has lost it on the way.
            Variables.EFFECTIVE_RISK.put(preparation, approvals.risk(key, revision));
        }
    }
}
