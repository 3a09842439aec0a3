package com.athento.deployment.rollout;

import com.athento.deployment.intervention.Downtime;
import com.athento.deployment.intervention.ReplanCause;
import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.intervention.Upgrade;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.process.InterventionLock;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.Variables;
import com.athento.deployment.process.WhoActs;
import com.athento.deployment.register.Instance;
import com.athento.deployment.register.Register;
import com.athento.deployment.schedule.ClientTime;
import com.athento.deployment.schedule.StartTimes;
import com.athento.deployment.schedule.freezes.FreezeHits;
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
    private final StartTimes times;
    private final FreezeHits freezes;
    private final Clock clock;

    StartDeployment(
            InterventionLock lock,
            Register register,
            WhoActs whoActs,
            StartTimes times,
            FreezeHits freezes,
            Clock clock) {
        this.lock = lock;
        this.register = register;
        this.whoActs = whoActs;
        this.times = times;
        this.freezes = freezes;
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
        var windowStart = Variables.WINDOW_START.in(task);
        if (now.isBefore(windowStart)) {
            throw Refused.because(
                    "refused.start.too-early",
                    Variables.START_DECISION,
                    ClientTime.of(windowStart, ZoneId.of(Variables.ZONE.in(task))));
        }
        checkLatest(task, now);
        checkFreezes(task, now);
        // Whoever moves the version at the same instant waits, or has moved it already.
        var instance = register.lock(Variables.INSTANCE_CODE.in(task)).orElseThrow();
        refuseAnotherUpgrade(task, instance);
        Variables.FROM_VERSION.put(task, instance.version().text());
        Variables.FROM_LAST_UPDATE.put(
                task, instance.lastUpdateIn(ZoneId.of(Variables.ZONE.in(task))).orElse(null));
        Variables.ACTUAL_START.put(task, now);
        var hour = Downtime.from(now);
        Variables.POINT_OF_NO_RETURN.put(task, new PointOfNoReturn(instance.rollbackMinutes()).of(hour));
        Hour.put(task, hour);
    }

    /** What the client was told has an end; only its own yes, which a manager names, goes beyond. */
    private void checkLatest(DelegateTask task, Instant now) {
        var zone = ZoneId.of(Variables.ZONE.in(task));
        var latest = times.latest(
                Variables.WINDOW_START.in(task),
                Variables.DOWNTIME_MINUTES.in(task),
                Variables.CLIENT_CODE.in(task),
                zone);
        if (!now.isAfter(latest)) {
            return;
        }
        var until = ClientTime.of(latest, zone);
        if (!whoActs.isIn(Team.MANAGERS)) {
            throw Refused.because("refused.start.too-late", Variables.START_DECISION, until);
        }
        Variables.START_REASON.required(task, "refused.start.late-without-reason", until);
    }

    /** As it would run now: nobody but a manager goes through a freeze that no exception lets pass. */
    private void checkFreezes(DelegateTask task, Instant now) {
        var key = task.getExecution().getProcessBusinessKey();
        freezes.against(key, now).stream().findFirst().ifPresent(frozen -> {
            var name = frozen.freeze().name();
            if (!whoActs.isIn(Team.MANAGERS)) {
                throw Refused.because(
                        "refused.start.frozen",
                        Variables.START_DECISION,
                        name,
                        ClientTime.of(frozen.during().end(), ZoneId.of(Variables.ZONE.in(task))));
            }
            Variables.START_REASON.required(task, "refused.start.frozen-without-reason", name);
        });
    }

    private static void refuseAnotherUpgrade(DelegateTask task, Instance instance) {
        Variables.TARGET_VERSION
                .find(task)
                .map(target ->
                        new Upgrade(instance.code(), new Version(Variables.FROM_VERSION.in(task)), new Version(target)))
                .flatMap(upgrade -> upgrade.startedFrom(instance.version()))
                .ifPresent(changed -> {
                    throw Refused.because("refused.start.not-possible", Variables.START_DECISION, changed.sentence());
                });
    }

    private void postpone(DelegateTask task) {
        var reason = Variables.START_REASON.required(task, "refused.start.why-postponed");
        Variables.REPLAN_CAUSE.put(task, ReplanCause.POSTPONED);
        Variables.CHANGE_REASON.put(task, reason);
        Variables.CHANGED_BY.put(task, whoActs.recorded(task));
    }
}
