package com.athento.deployment.request;

import static com.athento.deployment.process.Variables.REQUESTER_DECISION;

import com.athento.deployment.intervention.Finding;
import com.athento.deployment.intervention.Route;
import com.athento.deployment.process.Refused;
import com.athento.deployment.register.Register;
import com.athento.deployment.schedule.capacity.Capacity;
import org.springframework.stereotype.Component;

/**
 * The place with the systems team that a request wants. One with findings has none until it is excepted: in the
 * meantime another may have taken it.
 */
@Component
class Place {

    private final Register register;
    private final Capacity capacity;
    private final Inspection inspection;

    Place(Register register, Capacity capacity, Inspection inspection) {
        this.register = register;
        this.capacity = capacity;
        this.inspection = inspection;
    }

    /** @throws Refused if there is none, and the exception was not asked for that */
    void mustBeLeft(Revision revision, String key, Route route) {
        var instance = register.lock(revision.plan().instance()).orElseThrow();
        capacity.lock();
        if (revision.findings().stream().anyMatch(finding -> finding.code() == Finding.Code.CAPACITY)) {
            return;
        }
        inspection
                .capacity(revision.plan(), revision.severity(), revision.windowSetAt(), route, instance, key)
                .ifPresent(full -> {
                    throw Refused.late("refused.exception.no-place", REQUESTER_DECISION, full.sentence());
                });
    }
}
