package com.athento.deployment.reschedule;

import com.athento.deployment.process.InterventionLock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** The preparation is left: from here on no mail of it starts, so that those who had been told can be counted. */
@Component
class StopMails implements ExecutionListener {

    private final InterventionLock lock;

    StopMails(InterventionLock lock) {
        this.lock = lock;
    }

    @Override
    public void notify(DelegateExecution intervention) {
        lock.take(intervention.getProcessBusinessKey());
    }
}
