package com.athento.deployment.support;

import com.athento.deployment.process.Refused;
import com.athento.deployment.process.Variables;
import com.athento.deployment.schedule.ClientTime;
import java.time.Clock;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Support ends when its time is over, or earlier with a reason; never while an incident is open. */
@Component
class EndSupport implements TaskListener {

    private final Incidents incidents;
    private final Clock clock;

    EndSupport(Incidents incidents, Clock clock) {
        this.incidents = incidents;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        var open = incidents.open(task.getExecution().getProcessBusinessKey());
        if (!open.isEmpty()) {
            throw Refused.because(
                    "refused.support.open-incidents",
                    open.stream().map(Incidents.Open::toString).collect(Collectors.joining(", ")));
        }
        var until = Variables.SUPPORT_UNTIL.in(task);
        if (clock.instant().isBefore(until)) {
            var zone = ZoneId.of(Variables.ZONE.in(task));
            Variables.END_EARLY_REASON.required(
                    task, "refused.support.early-without-reason", ClientTime.of(until, zone));
        }
    }
}
