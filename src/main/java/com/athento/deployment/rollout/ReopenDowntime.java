package com.athento.deployment.rollout;

import com.athento.deployment.process.Variables;
import com.athento.deployment.register.Register;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * A rollback is needed: where users worked already, a second stretch of the hour begins, with a point of no return of
 * its own.
 */
@Component
class ReopenDowntime implements ExecutionListener {

    private final Register register;
    private final Clock clock;

    ReopenDowntime(Register register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution intervention) {
        var before = Hour.of(intervention);
        var hour = before.reopened(clock.instant());
        if (!hour.equals(before)) {
            Hour.put(intervention, hour);
            Variables.POINT_OF_NO_RETURN.put(
                    intervention,
                    new PointOfNoReturn(register.instance(Variables.INSTANCE_CODE.in(intervention))
                                    .orElseThrow()
                                    .rollbackMinutes())
                            .of(hour));
        }
    }
}
