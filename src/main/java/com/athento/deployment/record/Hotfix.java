package com.athento.deployment.record;

import com.athento.deployment.intervention.Version;
import com.athento.deployment.register.Patch;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Optional;

/**
 * A hotfix that was decided on; not applied yet while {@code appliedAt} is null.
 *
 * @param notes null if there are none
 * @param containedIn the first version that has it; null where nobody has said
 */
public record Hotfix(
        int revision,
        String decidedBy,
        Instant decidedAt,
        String reason,
        String appliedBy,
        Instant appliedAt,
        String reference,
        String notes,
        @JsonIgnore String containedIn) {

    boolean applied() {
        return appliedAt != null;
    }

    /** As the patch list has it. */
    public Patch patch() {
        return new Patch(
                reference,
                Optional.ofNullable(notes),
                Optional.ofNullable(containedIn).map(Version::new));
    }
}
