package com.athento.deployment.request;

import static com.athento.deployment.intervention.Finding.Code.FROM_VERSION_CHANGED;
import static com.athento.deployment.process.Variables.FINDINGS;
import static com.athento.deployment.process.Variables.REVISION;

import com.athento.deployment.intervention.Finding;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.intervention.Upgrade;
import com.athento.deployment.register.Register;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * <i>Start the deployment</i> opens: whether the instance still runs what the plan was approved from, with no other
 * fixes on top. If not, that joins the findings of the revision, for whoever starts and for whoever revises it; the
 * next check begins with what runs then.
 */
@Component
class RecordFromVersionChanged implements TaskListener {

    private final Revisions revisions;
    private final Register register;
    private final Inspection inspection;

    RecordFromVersionChanged(Revisions revisions, Register register, Inspection inspection) {
        this.revisions = revisions;
        this.register = register;
        this.inspection = inspection;
    }

    @Override
    public void notify(DelegateTask task) {
        var intervention = task.getExecution();
        var key = intervention.getProcessBusinessKey();
        var revision = revisions.get(key, REVISION.in(intervention));
        var instance = register.instance(revision.plan().instance()).orElseThrow();
        var changed = Upgrade.in(revision.plan()).flatMap(upgrade -> upgrade.startedFrom(instance.version()));
        var found = FINDINGS.find(intervention).orElse(List.of());
        var joined = Fixes.asked(intervention, revision.fixes())
                .map(answers ->
                        inspection.lost(revision.plan(), instance, answers).since(found))
                .flatMap(lost -> lost.joined(revision.plan()));
        var findings = Stream.of(
                        found.stream().filter(finding -> !isFoundHere(finding)), changed.stream(), joined.stream())
                .flatMap(Function.identity())
                .toList();
        // Only a manager may start then; the task is theirs, too.
        joined.filter(finding -> task.getCandidates().stream()
                        .noneMatch(link -> Team.MANAGERS.id().equals(link.getGroupId())))
                .ifPresent(finding -> task.addCandidateGroup(Team.MANAGERS.id()));
        if (!findings.equals(found)) {
            FINDINGS.put(intervention, findings);
            revisions.found(key, revision.number(), findings);
        }
    }

    private static boolean isFoundHere(Finding finding) {
        return finding.code() == FROM_VERSION_CHANGED || LostFixes.isJoined(finding);
    }
}
