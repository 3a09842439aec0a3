package com.athento.deployment.support;

import com.athento.deployment.process.Variables;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** How pressing the tasks of an incident are: its own severity says so, not the request's. */
@Component
class ScheduleIncident implements TaskListener {

    private final Urgency urgency;
    private final Clock clock;

    ScheduleIncident(SupportProperties within, Clock clock) {
        this.urgency = new Urgency(within);
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        var severity = Variables.INCIDENT_SEVERITY.in(task);
        task.setPriority(severity.priority());
        task.setDueDate(Date.from(urgency.due(severity, clock.instant(), Variables.SUPPORT_UNTIL.in(task))));
    }
}
