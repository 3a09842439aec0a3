package com.athento.deployment.approval;

import com.athento.deployment.process.InterventionLock;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.Variables;
import com.athento.deployment.process.WhoActs;
import com.athento.deployment.record.AskedTeams;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** A team has answered. Both may do so at the same instant; each answer is kept, whatever the other one was. */
@Component
class RecordApproval implements TaskListener {

    private final AskedTeams asked;
    private final Approvals approvals;
    private final InterventionLock lock;
    private final WhoActs whoActs;

    RecordApproval(AskedTeams asked, Approvals approvals, InterventionLock lock, WhoActs whoActs) {
        this.asked = asked;
        this.approvals = approvals;
        this.lock = lock;
        this.whoActs = whoActs;
    }

    @Override
    public void notify(DelegateTask task) {
        var team = ApprovingTeam.of(task.getTaskDefinitionKey());
        var key = task.getExecution().getProcessBusinessKey();
        var revision = Variables.REVISION.in(task);
        var person = whoActs.recorded(task);

        lock.take(key);
        var round = new Round(asked.round(key, revision));
        new Segregation(Variables.REQUESTER.in(task))
                .objection(team, person, round.decidedForOther(team, person))
                .ifPresent(objection -> {
                    throw new Refused(Refused.Reason.INVALID, objection);
                });
        approvals.record(key, revision, team, person, team.judgement(task));
    }
}
