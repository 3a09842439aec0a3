package com.athento.deployment.rollout;

import com.athento.deployment.intervention.Downtime;
import com.athento.deployment.intervention.ReplanCause;
import com.athento.deployment.process.InterventionLock;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.Variables;
import com.athento.deployment.process.WhoActs;
import com.athento.deployment.register.Register;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Systems start, and the hour begins to count; or they postpone, and another window is needed. */
@Component
class StartDeployment implements TaskListener {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final InterventionLock lock;
    private final Register register;
    private final WhoActs whoActs;
    private final Clock clock;

    StartDeployment(InterventionLock lock, Register register, WhoActs whoActs, Clock clock) {
        this.lock = lock;
        this.register = register;
        this.whoActs = whoActs;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        switch (Variables.START_DECISION.required(task, "give START or POSTPONE")) {
            case START -> start(task, clock.instant());
            case POSTPONE -> postpone(task);
        }
    }

    private void start(DelegateTask task, Instant now) {
        // Of a start and a cancellation at the same instant the second waits, and finds itself too
        // late.
        lock.take(task.getExecution().getProcessBusinessKey());
        var windowStart = Variables.WINDOW_START.in(task);
        if (now.isBefore(windowStart)) {
            var zone = Variables.ZONE.in(task);
            throw Refused.because(
                    "%s: 'START' is too early; the window opens at %s (%s), start then",
                    Variables.START_DECISION,
                    MINUTES.format(windowStart.atZone(ZoneId.of(zone))),
                    zone);
        }
        var instance = register.instance(Variables.INSTANCE_CODE.in(task)).orElseThrow();
        Variables.ACTUAL_START.put(task, now);
        Variables.POINT_OF_NO_RETURN.put(
                task, new PointOfNoReturn(instance.rollbackMinutes()).of(now));
        Hour.put(task, Downtime.from(now));
    }

    private void postpone(DelegateTask task) {
        var reason = Variables.START_REASON.required(task, "say why the start is postponed");
        Variables.REPLAN_CAUSE.put(task, ReplanCause.POSTPONED);
        Variables.CHANGE_REASON.put(task, reason);
        Variables.CHANGED_BY.put(task, whoActs.recorded(task));
    }
}
