package com.athento.deployment.request;

import com.athento.deployment.intervention.Person;
import com.athento.deployment.process.Refused;

/** Who may ask for an intervention, and who may revise one. */
final class Entitled {

    private Entitled() {}

    /** @throws Refused unless the person is in one of the teams that request deployments */
    static void toRequest(Person person) {
        if (!person.requests()) {
            throw new Refused(Refused.Reason.FORBIDDEN, "refused.request.not-theirs", person.account());
        }
    }

    /** @throws Refused unless the person asked for the intervention, or decides beside who did */
    static void toRevise(Person person, String key, String requester) {
        if (!person.mayChange(requester)) {
            throw new Refused(
                    Refused.Reason.FORBIDDEN, "refused.revision.not-theirs", person.account(), key, requester);
        }
    }
}
