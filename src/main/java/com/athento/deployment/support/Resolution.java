package com.athento.deployment.support;

import com.athento.deployment.intervention.IncidentResolution;
import com.athento.deployment.intervention.Severity;
import java.util.Optional;

/** How an incident ends: the severe ones are resolved here, the others may be handed over. */
record Resolution(IncidentResolution kind, Optional<String> ticketNumber, Optional<String> notes) {

    /** Why an incident of that severity cannot end so, if so. */
    Optional<String> fault(Severity severity) {
        if (kind != IncidentResolution.HANDED_OVER) {
            return Optional.empty();
        }
        if (severity.pressing()) {
            return Optional.of(
                    "incidentResolution: 'HANDED_OVER' is not possible for an incident of severity %s; give SOLVED, FLAG_OFF, HOTFIX or ROLL_BACK"
                            .formatted(severity));
        }
        return ticketNumber.isPresent()
                ? Optional.empty()
                : Optional.of("ticketNumber: missing; give the ticket under which the incident is handed over");
    }

    /** A rollback ends an incident only when a manager has confirmed it. */
    boolean endsIncident() {
        return kind != IncidentResolution.ROLL_BACK;
    }
}
