package com.athento.deployment.record;

import com.athento.deployment.intervention.CausedByUpdate;
import com.athento.deployment.intervention.IncidentResolution;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.register.Patch;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What users reported; unresolved while {@code resolvedAt} and {@code resolution} are null.
 *
 * @param rollbackAskedBy who wants the version back because of it; null if nobody does, and where that was not kept
 * @param rollbackConfirmedBy which manager agreed; null if none did
 */
public record Incident(
        String id,
        String title,
        Severity severity,
        CausedByUpdate causedByUpdate,
        String reporter,
        String reportedBy,
        Instant reportedAt,
        IncidentResolution resolution,
        String ticketNumber,
        String notes,
        String resolvedBy,
        Instant resolvedAt,
        String rollbackAskedBy,
        String rollbackConfirmedBy) {

    /** Of several that ended at the same moment, the confirmed one is why. */
    private static final Comparator<Incident> AS_A_REASON = Comparator.comparing(Incident::resolvedAt)
            .thenComparing(Incident::confirmed)
            .thenComparing(Incident::reportedAt, Comparator.reverseOrder());

    /** The one for which the version had to go back last. */
    static Optional<Incident> demanding(List<Incident> incidents) {
        return incidents.stream()
                .filter(incident -> incident.resolution == IncidentResolution.ROLL_BACK)
                .max(AS_A_REASON);
    }

    /** Whether a hotfix ended it, which is on the instance then. */
    public boolean leftHotfix() {
        return resolution == IncidentResolution.HOTFIX;
    }

    /** As the patch list has that hotfix: by its ticket, where it has one. */
    public Patch hotfix() {
        return ticketNumber == null
                ? new Patch(title, Optional.ofNullable(notes), Optional.empty())
                : new Patch(ticketNumber, Optional.of(notes == null ? title : notes), Optional.empty());
    }

    boolean confirmed() {
        return rollbackConfirmedBy != null;
    }
}
