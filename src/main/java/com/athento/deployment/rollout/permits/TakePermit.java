package com.athento.deployment.rollout.permits;

import com.athento.deployment.intervention.ElementName;
import com.athento.deployment.intervention.Person;
import com.athento.deployment.intervention.Phase;
import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.intervention.StartDecision;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.process.AsTheApplication;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.InterventionLock;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.RepeatLostRaces;
import com.athento.deployment.process.Variables;
import com.athento.deployment.process.WhoActs;
import com.athento.deployment.record.InterventionRow;
import com.athento.deployment.record.Interventions;
import com.athento.deployment.register.Register;
import com.athento.deployment.rollout.Hindrance;
import com.athento.deployment.rollout.PlannedStart;
import com.athento.deployment.rollout.StartRules;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A pipeline asks whether it may deploy now, and may start the deployment with it. Whoever cancels, reschedules or
 * starts at the same instant is either before it or after it, never beside it.
 */
@Component
public class TakePermit {

    private final PermitProperties settings;
    private final PlannedDeployment planned;
    private final Register register;
    private final Interventions interventions;
    private final InterventionLock lock;
    private final StartRules rules;
    private final SignPermit sign;
    private final PermitsTaken taken;
    private final WhoActs whoActs;
    private final AsTheApplication application;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepeatLostRaces repeat;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TakePermit(
            PermitProperties settings,
            PlannedDeployment planned,
            Register register,
            Interventions interventions,
            InterventionLock lock,
            StartRules rules,
            SignPermit sign,
            PermitsTaken taken,
            WhoActs whoActs,
            AsTheApplication application,
            TaskService tasks,
            RuntimeService runtime,
            RepeatLostRaces repeat,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.settings = settings;
        this.planned = planned;
        this.register = register;
        this.interventions = interventions;
        this.lock = lock;
        this.rules = rules;
        this.sign = sign;
        this.taken = taken;
        this.whoActs = whoActs;
        this.application = application;
        this.tasks = tasks;
        this.runtime = runtime;
        this.repeat = repeat;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * The permit; it, and the start that was asked for with it, are stored for good.
     *
     * @throws Refused with the one reason why not; if what was sent is wrong, or whoever asks may not
     */
    public Permit take(JsonNode json) {
        var person = whoActs.somebody();
        if (!takes(person)) {
            throw new Refused(Refused.Reason.FORBIDDEN, "refused.permit.forbidden", person.account());
        }
        var asked = AskedPermit.of(json);
        if (register.instance(asked.instance()).isEmpty()) {
            throw new Refused(Refused.Reason.UNKNOWN, "refused.instance.none", asked.instance());
        }
        if (!settings.isOn()) {
            throw Refused.late("refused.permit.off", PermitProperties.NAME);
        }
        return repeat.of(() -> transaction.execute(status -> inTurn(asked, person)));
    }

    private static boolean takes(Person person) {
        return person.isIn(Team.SYSTEMS) || person.isAdmin();
    }

    private Permit inTurn(AskedPermit asked, Person person) {
        var key = planned.of(asked);
        lock.take(key);
        // Whoever held it may have ended it, or sent it back: what counts is how it stands now.
        var row = interventions.find(key).orElseThrow();
        if (row.outcome() != null) {
            throw Refused.late("refused.permit.over." + row.outcome(), key);
        }
        var open = application.ask(
                () -> tasks.createTaskQuery().processInstanceBusinessKey(key).list());
        var now = clock.instant();
        var until = task(open, Elements.DEPLOY)
                .map(deploying -> untilNoReturn(row, now))
                .or(() -> task(open, Elements.START_DEPLOYMENT).map(waiting -> untilStart(row, waiting, asked, now)))
                .orElseThrow(() -> notNow(row, open, now));
        return permit(key, asked, person, now, until.truncatedTo(ChronoUnit.SECONDS));
    }

    private static Optional<Task> task(List<Task> open, String element) {
        return open.stream()
                .filter(task -> element.equals(task.getTaskDefinitionKey()))
                .findFirst();
    }

    /** Started, by whomever: what is left until only a rollback fits. */
    private Instant untilNoReturn(InterventionRow row, Instant now) {
        // The row itself is written when all of it is done.
        var end = Variables.POINT_OF_NO_RETURN.find(variables(row)::get).orElseThrow();
        if (!now.isBefore(end)) {
            throw Refused.late("refused.permit.no-return", row.key());
        }
        return end;
    }

    private Instant untilStart(InterventionRow row, Task waiting, AskedPermit asked, Instant now) {
        var plan = PlannedStart.of(row.key(), variables(row)::get);
        mustPass(rules.at(now, plan).stream().findFirst(), row);
        mustPass(rules.on(register.instance(plan.instance()).orElseThrow(), plan), row);
        if (!asked.start()) {
            return rules.latest(plan);
        }
        tasks.complete(waiting.getId(), Map.of(Variables.START_DECISION.name(), StartDecision.START.name()));
        return untilNoReturn(row, now);
    }

    private static void mustPass(Optional<Hindrance> hindrance, InterventionRow row) {
        hindrance.ifPresent(one -> {
            throw new Refused(Refused.Reason.LATE, one.sentence("refused.permit.", row.key()));
        });
    }

    private Map<String, Object> variables(InterventionRow row) {
        return application.ask(() -> runtime.getVariables(row.processInstanceId()));
    }

    private Refused notNow(InterventionRow row, List<Task> open, Instant now) {
        if (Phase.valueOf(row.phase()) == Phase.WAITING) {
            var plan = PlannedStart.of(row.key(), variables(row)::get);
            mustPass(rules.at(now, plan).stream().findFirst(), row);
        }
        var phase = Sentence.of("refused.permit.phase." + row.phase(), row.key());
        return open.stream()
                .map(task -> new ElementName(task.getTaskDefinitionKey(), task.getName()))
                .distinct()
                .map(name -> Sentence.of("refused.gone.task", name))
                .reduce((one, other) -> Sentence.of("refused.list", one, other))
                .map(steps -> Refused.late("refused.permit.open", phase, steps))
                .orElseGet(() -> new Refused(Refused.Reason.LATE, phase));
    }

    private Permit permit(String key, AskedPermit asked, Person person, Instant now, Instant until) {
        var id = UUID.randomUUID().toString();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("intervention", key);
        claims.put("instance", asked.instance());
        asked.version().ifPresent(version -> claims.put("version", version.text()));
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", until.getEpochSecond());
        claims.put("jti", id);
        taken.add(id, key, person.account(), now, until);
        return new Permit(key, until, sign.token(claims));
    }
}
