package com.athento.deployment.rollout;

import com.athento.deployment.process.Variables;
import com.athento.deployment.schedule.StartTimes;
import java.time.ZoneId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Until when the window that is asked for may be started. */
@Component
class LimitStart implements ExecutionListener {

    private final StartTimes times;

    LimitStart(StartTimes times) {
        this.times = times;
    }

    @Override
    public void notify(DelegateExecution request) {
        Variables.START_UNTIL.put(
                request,
                times.latest(
                        Variables.WINDOW_START.in(request),
                        Variables.DOWNTIME_MINUTES.in(request),
                        Variables.CLIENT_CODE.in(request),
                        ZoneId.of(Variables.ZONE.in(request))));
    }
}
