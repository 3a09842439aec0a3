package com.athento.deployment.request;

import com.athento.deployment.intervention.AnsweredFix;
import com.athento.deployment.intervention.Finding;
import com.athento.deployment.intervention.Plan;
import com.athento.deployment.intervention.Route;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.intervention.VersionAge;
import com.athento.deployment.process.models.UpdatePolicy;
import com.athento.deployment.record.OtherInterventions;
import com.athento.deployment.record.VersionRuns;
import com.athento.deployment.register.Instance;
import com.athento.deployment.register.Patch;
import com.athento.deployment.register.Register;
import com.athento.deployment.schedule.LeadTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what there is to find about a plan; it reads, and stores nothing. */
@Component
class Inspection {

    private final OtherInterventions others;
    private final VersionRuns runs;
    private final PlannedTimes times;
    private final LeadTime leadTime;
    private final ProvenProperties proven;
    private final UpdatePolicy policy;
    private final Register register;
    private final Clock clock;

    Inspection(
            OtherInterventions others,
            VersionRuns runs,
            PlannedTimes times,
            LeadTime leadTime,
            ProvenProperties proven,
            UpdatePolicy policy,
            Register register,
            Clock clock) {
        this.others = others;
        this.runs = runs;
        this.times = times;
        this.leadTime = leadTime;
        this.proven = proven;
        this.policy = policy;
        this.register = register;
        this.clock = clock;
    }

    /**
     * All findings.
     *
     * @param windowSetAt when the revision that set the window was submitted
     * @param key of the intervention; blank where there is none yet
     * @param fixes what is said about those on the instance; empty where an earlier model does not ask
     */
    List<Finding> of(
            Plan plan,
            Severity severity,
            Instant windowSetAt,
            Route route,
            Instance instance,
            String key,
            Optional<List<AnsweredFix>> fixes) {
        var lost = fixes.map(answers -> lost(plan, instance, answers)).orElse(LostFixes.NONE);
        return FindingRules.find(check(plan, severity, windowSetAt, route, instance, key, lost));
    }

    /** What is on the instance by now and was not answered. */
    LostFixes lost(Plan plan, Instance instance, List<AnsweredFix> answers) {
        var patches = register.patchesOnTopOf(instance.version(), instance.code());
        return LostFixes.of(plan, patches.stream().map(Patch::reference).toList(), answers);
    }

    /** Whether the systems team has no hands at the time of the window, whoever has them. */
    Optional<Finding> capacity(
            Plan plan, Severity severity, Instant windowSetAt, Route route, Instance instance, String key) {
        return WindowRules.capacity(check(plan, severity, windowSetAt, route, instance, key, LostFixes.NONE));
    }

    private Check check(
            Plan plan,
            Severity severity,
            Instant windowSetAt,
            Route route,
            Instance instance,
            String key,
            LostFixes lost) {
        return new Check(
                plan,
                severity,
                windowSetAt,
                leadTime.leadTime(),
                new VersionAge(
                        instance.lastUpdate(),
                        LocalDate.ofInstant(clock.instant(), plan.window().zone())),
                route == Route.UPDATE ? Optional.empty() : policy.limit(severity),
                route,
                others.on(instance.code(), key),
                proof(plan, instance),
                lost,
                times.agenda(plan, instance, key),
                times.next(plan, severity, instance, key));
    }

    private Proof proof(Plan plan, Instance instance) {
        return new Proof(
                instance.environment(),
                instance.line(),
                plan.targetVersion()
                        .map(to -> runs.keptOn(instance.line(), to, instance.code(), proven.on()))
                        .orElse(List.of()),
                proven.on());
    }
}
