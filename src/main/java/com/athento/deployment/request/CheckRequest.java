package com.athento.deployment.request;

import static com.athento.deployment.process.Variables.CHECK_RESULT;
import static com.athento.deployment.process.Variables.EFFECTIVE_RISK;
import static com.athento.deployment.process.Variables.EXCEPTION_REASON;
import static com.athento.deployment.process.Variables.FINDINGS;
import static com.athento.deployment.process.Variables.REPLAN_CAUSE;
import static com.athento.deployment.process.Variables.REVISION;
import static com.athento.deployment.process.Variables.ROUTE;

import com.athento.deployment.intervention.CheckResult;
import com.athento.deployment.record.AskedClients;
import com.athento.deployment.record.AskedTeams;
import com.athento.deployment.register.Register;
import com.athento.deployment.schedule.capacity.Capacity;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** <i>Check the request</i>: collects all findings, and says what the revision leaves standing of the one before. */
@Component
class CheckRequest implements JavaDelegate {

    private final Register register;
    private final Revisions revisions;
    private final AskedTeams teams;
    private final AskedClients clients;
    private final Inspection inspection;
    private final Capacity capacity;

    CheckRequest(
            Register register,
            Revisions revisions,
            AskedTeams teams,
            AskedClients clients,
            Inspection inspection,
            Capacity capacity) {
        this.register = register;
        this.revisions = revisions;
        this.teams = teams;
        this.clients = clients;
        this.inspection = inspection;
        this.capacity = capacity;
    }

    @Override
    public void execute(DelegateExecution intervention) {
        var key = intervention.getProcessBusinessKey();
        var revision = revisions.get(key, REVISION.in(intervention));
        // Of two requests at the same instant the second waits here, and then finds the first.
        var instance = register.lock(revision.plan().instance()).orElseThrow();
        capacity.lock();
        var before = Optional.of(revision.number() - 1)
                .filter(number -> number > 0)
                .map(number -> revisions.get(key, number));
        var settled = Settled.of(
                before,
                revision,
                inspection.of(
                        revision.plan(),
                        revision.severity(),
                        revision.windowSetAt(),
                        ROUTE.in(intervention),
                        instance,
                        key,
                        Fixes.asked(intervention, revision.fixes())),
                REPLAN_CAUSE.find(intervention));
        FINDINGS.put(intervention, settled.findings());
        CHECK_RESULT.put(intervention, settled.stops() ? CheckResult.FINDINGS : CheckResult.CLEAN);
        record(key, revision, before, settled, intervention);
    }

    /**
     * Of what was approved and agreed the latest is what counts: a plan that went away and came back is the one that
     * they know.
     */
    private void record(
            String key, Revision revision, Optional<Revision> before, Settled settled, DelegateExecution intervention) {
        var approved = before.flatMap(last ->
                revision(key, teams.lastApproved(key, revision.number())).or(() -> before));
        var agreed = before.flatMap(last ->
                revision(key, clients.lastAgreed(key, revision.number())).or(() -> before));
        var approvals = approved.filter(known ->
                        !Voids.between(known, revision, settled.findings()).approvals())
                .map(Revision::approvalsFrom);
        var consent = agreed.filter(known ->
                        !Voids.between(known, revision, settled.findings()).consent())
                .map(Revision::consentFrom);
        revisions.checked(
                key,
                revision,
                settled.findings(),
                approvals.orElse(revision.number()),
                consent.orElse(revision.number()));
        settled.exception().ifPresent(reason -> {
            EXCEPTION_REASON.put(intervention, reason);
            revisions.keepException(key, revision.number());
        });
        if (approvals.isEmpty()) {
            EFFECTIVE_RISK.clear(intervention);
        }
    }

    private Optional<Revision> revision(String key, Optional<Integer> number) {
        return number.map(one -> revisions.get(key, one));
    }
}
