package com.athento.deployment.request;

import static com.athento.deployment.process.Variables.CONSENT_BY;
import static com.athento.deployment.process.Variables.FINDINGS;
import static com.athento.deployment.process.Variables.REPLAN_CAUSE;
import static com.athento.deployment.process.Variables.REVISION;
import static com.athento.deployment.process.Variables.ROUTE;
import static com.athento.deployment.process.Variables.WINDOW_OFFSET;
import static com.athento.deployment.process.Variables.WINDOW_START_LOCAL;

import com.athento.deployment.intervention.Finding;
import com.athento.deployment.process.PickedSlot;
import com.athento.deployment.process.Refused;
import com.athento.deployment.register.Register;
import com.athento.deployment.schedule.ClientTime;
import com.athento.deployment.schedule.capacity.Capacity;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * <i>Obtain client consent</i> brings a time that the client picked among those which passed every rule: it becomes the
 * window by a revision of the client's own. What was approved stays so, and what was excepted, too.
 */
@Component
class TakePickedSlot implements TaskListener {

    private final Revisions revisions;
    private final TakeSubmission take;
    private final Register register;
    private final Capacity capacity;
    private final Inspection inspection;

    TakePickedSlot(
            Revisions revisions, TakeSubmission take, Register register, Capacity capacity, Inspection inspection) {
        this.revisions = revisions;
        this.take = take;
        this.register = register;
        this.capacity = capacity;
        this.inspection = inspection;
    }

    @Override
    public void notify(DelegateTask task) {
        PickedSlot.in(task).ifPresent(start -> take(task.getExecution(), start));
    }

    /** @throws Refused if something stands in its way by now */
    private void take(DelegateExecution intervention, Instant start) {
        var key = intervention.getProcessBusinessKey();
        var before = revisions.get(key, REVISION.in(intervention));
        var instance = register.lock(before.plan().instance()).orElseThrow();
        capacity.lock();
        var picked = ClientTime.of(start, before.plan().window().zone());
        WINDOW_START_LOCAL.put(intervention, picked.text());
        WINDOW_OFFSET.put(intervention, picked.existsTwice() ? picked.offsetText() : null);
        var submission = take.from(intervention, before);
        var plan = TriedRequest.plan(submission);
        var found = inspection.of(
                plan,
                before.severity(),
                submission.at(),
                ROUTE.in(intervention),
                instance,
                key,
                Fixes.asked(intervention, submission.fixes().answers()));
        if (found.stream().anyMatch(finding -> isNew(finding, before))) {
            throw Refused.late("refused.slot.gone", picked);
        }
        var number = before.number() + 1;
        TakeSubmission.revise(intervention, submission.values(number));
        revisions.add(key, number, submission, CONSENT_BY.in(intervention), submission.at());
        FINDINGS.put(intervention, found);
        revisions.picked(key, before, number, found);
        REPLAN_CAUSE.clear(intervention);
    }

    /** What would have to be excepted first, or could be avoided by another time. */
    private static boolean isNew(Finding finding, Revision before) {
        var wasFound = before.findings().stream().anyMatch(known -> known.code() == finding.code());
        return finding.code().ofTheWindow() || (finding.stops() && !wasFound);
    }
}
