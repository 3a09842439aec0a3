package com.athento.deployment.support;

import com.athento.deployment.intervention.IncidentResolution;
import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.intervention.Severity;
import java.util.Optional;

/** How an incident ends: the severe ones are resolved here, the others may be handed over. */
record Resolution(IncidentResolution kind, Optional<String> ticketNumber, Optional<String> notes) {

    /** Why an incident of that severity cannot end so, if so. */
    Optional<Sentence> fault(Severity severity) {
        if (kind != IncidentResolution.HANDED_OVER) {
            return Optional.empty();
        }
        if (severity.pressing()) {
            return Optional.of(Sentence.of("refused.incident.handed-over", severity));
        }
        return ticketNumber.isPresent() ? Optional.empty() : Optional.of(Sentence.of("refused.incident.ticket"));
    }

    /** A rollback ends an incident only when a manager has confirmed it. */
    boolean endsIncident() {
        return kind != IncidentResolution.ROLL_BACK;
    }
}
