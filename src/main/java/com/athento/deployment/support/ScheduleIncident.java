package com.athento.deployment.support;

import com.athento.deployment.process.Elements;
import com.athento.deployment.process.Variables;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** How pressing the tasks of an incident are: its own severity says so, not the request's. */
@Component
class ScheduleIncident {

    private static final Set<String> TASKS =
            Set.of(Elements.RESOLVE_INCIDENT, Elements.CONFIRM_ROLLBACK);

    private final Urgency urgency;
    private final Clock clock;

    ScheduleIncident(SupportProperties within, Clock clock) {
        this.urgency = new Urgency(within);
        this.clock = clock;
    }

    @EventListener(condition = "#task.eventName == '" + TaskListener.EVENTNAME_CREATE + "'")
    void schedule(DelegateTask task) {
        if (TASKS.contains(task.getTaskDefinitionKey())) {
            var severity = Variables.INCIDENT_SEVERITY.in(task);
            task.setPriority(urgency.priority(severity));
            task.setDueDate(
                    Date.from(
                            urgency.due(
                                    severity, clock.instant(), Variables.SUPPORT_UNTIL.in(task))));
        }
    }
}
