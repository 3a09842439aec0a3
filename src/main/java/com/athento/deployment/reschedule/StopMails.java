package com.athento.deployment.reschedule;

import com.athento.deployment.process.InterventionLock;
import com.athento.deployment.process.Variables;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * The preparation is left: from here on the plan is open, and no mail of it starts, so that those
 * who had been told can be counted.
 */
@Component
class StopMails implements ExecutionListener {

    private final InterventionLock lock;
    private final Clock clock;

    StopMails(InterventionLock lock, Clock clock) {
        this.lock = lock;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution intervention) {
        lock.take(intervention.getProcessBusinessKey());
        Variables.PLAN_OPEN_SINCE.put(intervention, clock.instant());
    }
}
