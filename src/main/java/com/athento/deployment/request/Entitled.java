package com.athento.deployment.request;

import com.athento.deployment.intervention.Person;
import com.athento.deployment.process.Refused;

/** Who may ask for an intervention, and who may revise one. */
final class Entitled {

    private Entitled() {}

    /** @throws Refused unless the person is in one of the teams that request deployments */
    static void toRequest(Person person) {
        if (!person.requests()) {
            throw forbidden(
                    "'%s' may not request a deployment; product, project and support may".formatted(person.account()));
        }
    }

    /** @throws Refused unless the person asked for the intervention, or decides beside who did */
    static void toRevise(Person person, String key, String requester) {
        if (!person.mayChange(requester)) {
            throw forbidden(
                    "'%s' may not revise %s; %s, project and managers may".formatted(person.account(), key, requester));
        }
    }

    private static Refused forbidden(String sentence) {
        return new Refused(Refused.Reason.FORBIDDEN, sentence);
    }
}
