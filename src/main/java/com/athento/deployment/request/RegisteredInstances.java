package com.athento.deployment.request;

import static com.athento.deployment.process.Variables.INSTANCE_CODE;

import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.process.Refused;
import com.athento.deployment.register.Client;
import com.athento.deployment.register.Instance;
import com.athento.deployment.register.Patch;
import com.athento.deployment.register.Register;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The instances that a request may name. */
@Component
class RegisteredInstances {

    private final Register register;

    RegisteredInstances(Register register) {
        this.register = register;
    }

    /** @throws Refused if no code was given, or nobody knows it */
    Instance get(Optional<String> code) {
        var given = code.orElseThrow(() -> Refused.because("refused.instance.missing", INSTANCE_CODE));
        return register.instance(given)
                .orElseThrow(
                        () -> Refused.because("refused.instance.unregistered", INSTANCE_CODE, PlainText.quoted(given)));
    }

    /** The fixes on top of the version that it runs. */
    List<Patch> patches(Instance instance) {
        return register.patchesOnTopOf(instance.version(), instance.code());
    }

    Client client(Instance instance) {
        return register.client(instance.clientCode()).orElseThrow();
    }
}
