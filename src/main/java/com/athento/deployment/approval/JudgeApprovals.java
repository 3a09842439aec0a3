package com.athento.deployment.approval;

import com.athento.deployment.process.Variables;
import com.athento.deployment.record.AskedTeams;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Whether the approvals that were given cover the plan as it stands now. */
@Component
class JudgeApprovals implements ExecutionListener {

    private final AskedTeams asked;

    JudgeApprovals(AskedTeams asked) {
        this.asked = asked;
    }

    @Override
    public void notify(DelegateExecution preparation) {
        var round = new Round(asked.round(preparation.getProcessBusinessKey(), Variables.REVISION.in(preparation)));
        Variables.APPROVALS_HOLD.put(preparation, round.holds());
        // A plan that went away and came back has lost it on the way.
        round.risk().ifPresent(risk -> Variables.EFFECTIVE_RISK.put(preparation, risk));
    }
}
