package com.athento.deployment.consent;

import com.athento.deployment.intervention.ConsentOutcome;
import com.athento.deployment.intervention.ReplanCause;
import com.athento.deployment.process.Acting;
import com.athento.deployment.process.Variables;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The client has answered, and somebody of the project team says what. */
@Component
class RecordConsent implements TaskListener {

    private final Consents consents;
    private final Acting acting;
    private final Clock clock;

    RecordConsent(Consents consents, Acting acting, Clock clock) {
        this.consents = consents;
        this.acting = acting;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        var answer = ReadAnswer.from(task, clock.instant());

        consents.record(
                task.getExecution().getProcessBusinessKey(),
                Variables.REVISION.in(task),
                Variables.DOWNTIME_MINUTES.in(task),
                answer,
                acting.recorded(task));
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
        Variables.CHANGED_BY.put(task, acting.recorded(task));
    }
}
