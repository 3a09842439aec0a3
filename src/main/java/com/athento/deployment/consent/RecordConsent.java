package com.athento.deployment.consent;

import com.athento.deployment.intervention.ConsentOutcome;
import com.athento.deployment.intervention.ReplanCause;
import com.athento.deployment.process.InterventionLock;
import com.athento.deployment.process.PickedSlot;
import com.athento.deployment.process.Variables;
import com.athento.deployment.process.WhoActs;
import java.time.Clock;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The client has answered: on its page, or somebody of the project team says what. */
@Component
class RecordConsent implements TaskListener {

    private final Consents consents;
    private final WhoActs whoActs;
    private final HeldSlots held;
    private final InterventionLock lock;
    private final Clock clock;

    RecordConsent(Consents consents, HeldSlots held, WhoActs whoActs, InterventionLock lock, Clock clock) {
        this.consents = consents;
        this.held = held;
        this.lock = lock;
        this.whoActs = whoActs;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        // The page and the project team answer one after the other, or each would wait for the
        // other.
        lock.take(task.getExecution().getProcessBusinessKey());
        var byPage = whoActs.person().isEmpty();
        var picked = PickedSlot.in(task);
        var given = ReadAnswer.from(task, clock.instant(), byPage);
        // An intervention that follows an earlier version of the model has nobody who takes it.
        var taken = picked.filter(Variables.WINDOW_START.in(task)::equals).isPresent();
        var answer = picked.map(start -> taken ? given.agreeingTo(start) : given.proposing(start))
                .orElse(given);

        consents.record(
                task.getExecution().getProcessBusinessKey(),
                Variables.REVISION.in(task),
                Variables.DOWNTIME_MINUTES.in(task),
                answer,
                whoActs.recorded(task),
                Optional.of(task).filter(step -> byPage).flatMap(Evidence::of),
                Optional.of(Variables.REVISION.in(task) - 1).filter(asked -> taken));
        held.release(task.getExecution().getProcessBusinessKey());
        switch (answer.answer()) {
            case AGREED -> Variables.CONSENT_OUTCOME.put(task, ConsentOutcome.AGREED);
            case DECLINED -> Variables.CONSENT_OUTCOME.put(task, ConsentOutcome.DECLINED);
            case OTHER_WINDOW -> replan(task, answer);
        }
    }

    private void replan(DelegateTask task, Answer answer) {
        Variables.CONSENT_OUTCOME.put(task, ConsentOutcome.REPLAN);
        Variables.REPLAN_CAUSE.put(task, ReplanCause.CONTACT_ANSWER);
        Variables.CHANGE_REASON.put(task, answer.reason().orElse(null));
        Variables.CHANGED_BY.put(task, whoActs.recorded(task));
    }
}
