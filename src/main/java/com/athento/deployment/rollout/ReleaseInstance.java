package com.athento.deployment.rollout;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** The version is kept: users can work again, and the hour stops. */
@Component
class ReleaseInstance implements ExecutionListener {

    private final Clock clock;

    ReleaseInstance(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution intervention) {
        Hour.put(intervention, Hour.of(intervention).released(clock.instant()));
    }
}
