package com.athento.deployment.support;

import com.athento.deployment.process.Variables;
import com.athento.deployment.register.Register;
import java.time.Clock;
import java.time.Duration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Users work with the new version: support pays special attention for as long as agreed. */
@Component
class StartSupport implements ExecutionListener {

    private final Register register;
    private final Clock clock;

    StartSupport(Register register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution intervention) {
        var instance =
                register.instance(Variables.INSTANCE_CODE.in(intervention)).orElseThrow();
        Variables.SUPPORT_UNTIL.put(intervention, clock.instant().plus(Duration.ofHours(instance.supportHours())));
    }
}
