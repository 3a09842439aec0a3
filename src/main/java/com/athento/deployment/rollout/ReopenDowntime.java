package com.athento.deployment.rollout;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** A rollback is needed: where users worked already, a second stretch of the hour begins. */
@Component
class ReopenDowntime implements ExecutionListener {

    private final Clock clock;

    ReopenDowntime(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution intervention) {
        Hour.put(intervention, Hour.of(intervention).reopened(clock.instant()));
    }
}
