package com.athento.deployment.request;

import static com.athento.deployment.process.Variables.INSTANCE_CODE;

import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.DeploymentType;
import com.athento.deployment.process.Reading;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.models.DeploymentTypes;
import com.athento.deployment.register.Client;
import com.athento.deployment.register.Instance;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
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
        var model = form.getProcessDefinitionId();
        return from(form::getVariable, kind -> types.of(model, kind));
    }

    /**
     * A request that nobody has made yet.
     *
     * @param answers by name
     */
    Submission from(Map<String, Object> answers) {
        return from(answers::get, types.newest()::get);
    }

    /**
     * A revision that nobody has sent yet.
     *
     * @param answers by name, over what stands
     * @param model of the intervention
     */
    Submission from(Map<String, Object> answers, String model) {
        return from(answers::get, kind -> types.of(model, kind));
    }

    private Submission from(Function<String, ?> form, Function<ChangeKind, DeploymentType> table) {
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
        reading.end();
        return new Submission(
                request.orElseThrow(),
                instance.orElseThrow(),
                client.orElseThrow(),
                now.truncatedTo(ChronoUnit.SECONDS));
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
