package com.athento.deployment.request;

import static com.athento.deployment.process.Variables.CHANGE_KIND;
import static com.athento.deployment.process.Variables.FIXES;
import static com.athento.deployment.process.Variables.INSTANCE_CODE;

import com.athento.deployment.intervention.AnsweredFix;
import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.DeploymentType;
import com.athento.deployment.process.Reading;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.models.DeploymentTypes;
import com.athento.deployment.register.Client;
import com.athento.deployment.register.Instance;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** Reads a request from the process and puts what follows from it back; new or revised alike. */
@Component
class TakeSubmission {

    private final RegisteredInstances instances;
    private final DeploymentTypes types;
    private final Clock clock;

    TakeSubmission(RegisteredInstances instances, DeploymentTypes types, Clock clock) {
        this.instances = instances;
        this.types = types;
        this.clock = clock;
    }

    /** @throws Refused if anything in it is wrong, with all that is */
    Submission from(DelegateExecution form) {
        return from(form, List.of());
    }

    /**
     * What is revised.
     *
     * @param before what stood until now
     * @throws Refused if anything in it is wrong, with all that is
     */
    Submission from(DelegateExecution form, Revision before) {
        return from(form, before.fixes());
    }

    private Submission from(DelegateExecution form, List<AnsweredFix> before) {
        var model = form.getProcessDefinitionId();
        return from(form::getVariable, before, kind -> types.of(model, kind));
    }

    /**
     * A request that nobody has made yet.
     *
     * @param answers by name
     */
    Submission from(Map<String, Object> answers) {
        return from(answers::get, List.of(), types.newest()::get);
    }

    /**
     * A revision that nobody has sent yet.
     *
     * @param answers by name, over what stands
     * @param before what stands
     * @param model of the intervention
     */
    Submission from(Map<String, Object> answers, Revision before, String model) {
        return from(answers::get, before.fixes(), kind -> types.of(model, kind));
    }

    private Submission from(
            Function<String, ?> form, List<AnsweredFix> before, Function<ChangeKind, DeploymentType> table) {
        var reading = new Reading();
        var instance = reading.of(() -> instances.get(INSTANCE_CODE.find(form)));
        var client = instance.map(instances::client);
        var now = clock.instant();
        var request = Request.read(
                form,
                instance.map(Instance::version),
                client.map(Client::zone),
                now,
                table,
                channels -> instance.ifPresent(channels::checkAt),
                reading);
        var fixes = instance.flatMap(known -> reading.of(() -> fixes(form, before, known)));
        reading.end();
        return new Submission(
                request.orElseThrow(),
                instance.orElseThrow(),
                client.orElseThrow(),
                fixes.orElseThrow(),
                now.truncatedTo(ChronoUnit.SECONDS));
    }

    private Fixes fixes(Function<String, ?> form, List<AnsweredFix> before, Instance instance) {
        var given = FIXES.find(form).orElse(List.of());
        return CHANGE_KIND
                .find(form)
                .map(kind -> Fixes.of(given, before, kind, instances.patches(instance)))
                .orElse(null);
    }

    /** What follows from a revision; what an earlier model does not know stays unknown to it. */
    static void revise(VariableScope process, Map<String, Object> values) {
        var known = new HashMap<>(values);
        known.entrySet().removeIf(entry -> entry.getValue() == null && !process.hasVariable(entry.getKey()));
        write(process, known);
    }

    /** Sets what is new or changed; the engine keeps a history of every value that is set. */
    static void write(VariableScope process, Map<String, Object> values) {
        values.forEach((name, value) -> {
            if (!process.hasVariable(name) || !Objects.equals(process.getVariable(name), value)) {
                process.setVariable(name, value);
            }
        });
    }
}
