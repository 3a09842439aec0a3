package com.athento.deployment.rollout;

import com.athento.deployment.intervention.Downtime;
import com.athento.deployment.intervention.ReplanCause;
import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.process.InterventionLock;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.Variables;
import com.athento.deployment.process.WhoActs;
import com.athento.deployment.register.Register;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * Systems start, and the hour begins to count; or they postpone, and another window is needed. What runs at the start
 * is what a rollback returns to: since the request another intervention may have moved it.
 */
@Component
class StartDeployment implements TaskListener {

    private final InterventionLock lock;
    private final Register register;
    private final WhoActs whoActs;
    private final StartRules rules;
    private final Clock clock;

    StartDeployment(InterventionLock lock, Register register, WhoActs whoActs, StartRules rules, Clock clock) {
        this.lock = lock;
        this.register = register;
        this.whoActs = whoActs;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        switch (Variables.START_DECISION.required(task, "refused.give", Sentence.or("START", "POSTPONE"))) {
            case START -> start(task, clock.instant());
            case POSTPONE -> postpone(task);
        }
    }

    private void start(DelegateTask task, Instant now) {
        // Of a start and a cancellation at the same instant the second waits, and finds itself too
        // late.
        lock.take(task.getExecution().getProcessBusinessKey());
        var plan = PlannedStart.of(task.getExecution().getProcessBusinessKey(), task::getVariable);
        rules.at(now, plan).forEach(hindrance -> mustPass(hindrance, task));
        // Whoever moves the version at the same instant waits, or has moved it already.
        var instance = register.lock(plan.instance()).orElseThrow();
        rules.on(instance, plan).ifPresent(hindrance -> mustPass(hindrance, task));
        Variables.FROM_VERSION.put(task, instance.version().text());
        Variables.FROM_LAST_UPDATE.put(
                task, instance.lastUpdateIn(ZoneId.of(Variables.ZONE.in(task))).orElse(null));
        Variables.ACTUAL_START.put(task, now);
        var hour = Downtime.from(now);
        Variables.POINT_OF_NO_RETURN.put(task, new PointOfNoReturn(instance.rollbackMinutes()).of(hour));
        Hour.put(task, hour);
    }

    private void mustPass(Hindrance hindrance, DelegateTask task) {
        if (!hindrance.kind().isPassedByManagers() || !whoActs.isIn(Team.MANAGERS)) {
            throw new Refused(
                    Refused.Reason.INVALID, hindrance.sentence("refused.start.", Variables.START_DECISION.name()));
        }
        Variables.START_REASON.required(
                task, hindrance.codeWithoutReason(), hindrance.parts().get(0));
    }

    private void postpone(DelegateTask task) {
        var reason = Variables.START_REASON.required(task, "refused.start.why-postponed");
        Variables.REPLAN_CAUSE.put(task, ReplanCause.POSTPONED);
        Variables.CHANGE_REASON.put(task, reason);
        Variables.CHANGED_BY.put(task, whoActs.recorded(task));
    }
}
