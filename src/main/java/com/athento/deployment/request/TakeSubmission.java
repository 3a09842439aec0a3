package com.athento.deployment.request;

import static com.athento.deployment.process.Variables.INSTANCE_CODE;

import com.athento.deployment.process.Refused;
import com.athento.deployment.process.models.DeploymentTypes;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
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

    /**
     * @throws Refused if anything in it is wrong
     */
    Submission from(DelegateExecution form) {
        var instance = instances.get(INSTANCE_CODE.find(form));
        var client = instances.client(instance);
        var now = clock.instant();
        var request =
                Request.read(
                        form,
                        instance.version(),
                        client.zone(),
                        now,
                        kind -> types.of(form.getProcessDefinitionId(), kind).longestWindow());
        request.channels().checkAt(instance);
        return new Submission(request, instance, client, now.truncatedTo(ChronoUnit.SECONDS));
    }

    /** Sets what is new or changed; the engine keeps a history of every value that is set. */
    static void write(VariableScope process, Map<String, Object> values) {
        values.forEach(
                (name, value) -> {
                    if (!process.hasVariable(name)
                            || !Objects.equals(process.getVariable(name), value)) {
                        process.setVariable(name, value);
                    }
                });
    }
}
