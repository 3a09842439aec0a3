package com.athento.deployment.request;

import static com.athento.deployment.intervention.Finding.Code.FROM_VERSION_CHANGED;
import static com.athento.deployment.process.Variables.FINDINGS;
import static com.athento.deployment.process.Variables.REVISION;

import com.athento.deployment.intervention.Upgrade;
import com.athento.deployment.register.Register;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * <i>Start the deployment</i> opens: whether the instance still runs what the plan was approved from. If not, that
 * joins the findings of the revision, for whoever starts and for whoever revises it; the next check begins with what
 * runs then.
 */
@Component
class RecordFromVersionChanged implements TaskListener {

    private final Revisions revisions;
    private final Register register;

    RecordFromVersionChanged(Revisions revisions, Register register) {
        this.revisions = revisions;
        this.register = register;
    }

    @Override
    public void notify(DelegateTask task) {
        var intervention = task.getExecution();
        var key = intervention.getProcessBusinessKey();
        var revision = revisions.get(key, REVISION.in(intervention));
        var instance = register.instance(revision.plan().instance()).orElseThrow();
        var changed = Upgrade.in(revision.plan()).flatMap(upgrade -> upgrade.startedFrom(instance.version()));
        var found = FINDINGS.find(intervention).orElse(List.of());
        var findings = Stream.concat(
                        found.stream().filter(finding -> finding.code() != FROM_VERSION_CHANGED), changed.stream())
                .toList();
        if (!findings.equals(found)) {
            FINDINGS.put(intervention, findings);
            revisions.found(key, revision.number(), findings);
        }
    }
}
