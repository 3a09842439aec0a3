package com.athento.deployment.rollout;

import com.athento.deployment.register.Instance;
import com.athento.deployment.schedule.ClientTime;
import com.athento.deployment.schedule.StartTimes;
import com.athento.deployment.schedule.freezes.FreezeHits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether a deployment may be started now: the same for whoever completes the task and for a pipeline. */
@Component
public class StartRules {

    private final StartTimes times;
    private final FreezeHits freezes;

    StartRules(StartTimes times, FreezeHits freezes) {
        this.times = times;
        this.freezes = freezes;
    }

    /** What stands in the way of a start at that moment, in the order in which it is said. */
    public List<Hindrance> at(Instant now, PlannedStart plan) {
        if (now.isBefore(plan.windowStart())) {
            return List.of(new Hindrance(Hindrance.Kind.TOO_EARLY, ClientTime.of(plan.windowStart(), plan.zone())));
        }
        var all = new ArrayList<Hindrance>();
        var latest = latest(plan);
        if (now.isAfter(latest)) {
            all.add(new Hindrance(Hindrance.Kind.TOO_LATE, ClientTime.of(latest, plan.zone())));
        }
        // As it would run now.
        freezes.against(plan.key(), now).stream()
                .findFirst()
                .map(frozen -> new Hindrance(
                        Hindrance.Kind.FROZEN,
                        frozen.freeze().name(),
                        ClientTime.of(frozen.during().end(), plan.zone())))
                .ifPresent(all::add);
        plan.lost().map(lost -> new Hindrance(Hindrance.Kind.FIX_LOST, lost)).ifPresent(all::add);
        return all;
    }

    /** The last moment at which it may start. */
    public Instant latest(PlannedStart plan) {
        return times.latest(plan.windowStart(), plan.downtimeMinutes(), plan.client(), plan.zone());
    }

    /** @param instance as it runs now */
    public Optional<Hindrance> on(Instance instance, PlannedStart plan) {
        return plan.upgrade()
                .flatMap(upgrade -> upgrade.startedFrom(instance.version()))
                .map(changed -> new Hindrance(Hindrance.Kind.ANOTHER_UPGRADE, changed.sentence()));
    }
}
