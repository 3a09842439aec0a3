package com.athento.deployment.request;

import static com.athento.deployment.process.Variables.CHECK_RESULT;
import static com.athento.deployment.process.Variables.EFFECTIVE_RISK;
import static com.athento.deployment.process.Variables.FINDINGS;
import static com.athento.deployment.process.Variables.REVISION;
import static com.athento.deployment.process.Variables.ROUTE;

import com.athento.deployment.intervention.CheckResult;
import com.athento.deployment.intervention.Finding;
import com.athento.deployment.register.Instance;
import com.athento.deployment.register.Register;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * <i>Check the request</i>: collects all findings, and says what the revision leaves standing of
 * the one before.
 */
@Component
class CheckRequest implements JavaDelegate {

    private final Register register;
    private final Revisions revisions;
    private final OtherInterventions others;
    private final RequestProperties procedure;

    CheckRequest(
            Register register,
            Revisions revisions,
            OtherInterventions others,
            RequestProperties procedure) {
        this.register = register;
        this.revisions = revisions;
        this.others = others;
        this.procedure = procedure;
    }

    @Override
    public void execute(DelegateExecution intervention) {
        var key = intervention.getProcessBusinessKey();
        var revision = revisions.get(key, REVISION.in(intervention));
        // Of two requests at the same instant the second waits here, and then finds the first.
        var instance = register.lock(revision.plan().instance()).orElseThrow();
        var findings = FindingRules.find(check(key, revision, instance, intervention));

        FINDINGS.put(intervention, findings);
        CHECK_RESULT.put(
                intervention,
                findings.stream().anyMatch(Finding::stops)
                        ? CheckResult.FINDINGS
                        : CheckResult.CLEAN);
        record(key, revision, findings, intervention);
    }

    private Check check(
            String key, Revision revision, Instance instance, DelegateExecution intervention) {
        return new Check(
                revision.plan(),
                revision.severity(),
                revision.windowSetAt(),
                procedure.leadTime(),
                instance.lastUpdate(),
                ROUTE.in(intervention),
                others.on(instance.code(), key));
    }

    private void record(
            String key, Revision revision, List<Finding> findings, DelegateExecution intervention) {
        if (revision.number() == 1) {
            revisions.checked(key, revision, findings, 1, 1);
            return;
        }
        var before = revisions.get(key, revision.number() - 1);
        var voids = Voids.between(before.plan(), revision.plan(), before.findings(), findings);
        revisions.checked(
                key,
                revision,
                findings,
                voids.approvals() ? revision.number() : before.approvalsFrom(),
                voids.consent() ? revision.number() : before.consentFrom());
        if (voids.approvals()) {
            EFFECTIVE_RISK.clear(intervention);
        }
    }
}
