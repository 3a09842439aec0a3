package com.athento.deployment.record;

import com.athento.deployment.intervention.FixAnswer;
import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * What a revision of the plan says about a fix that was on the instance.
 *
 * @param answer what becomes of it
 * @param notes what it changes; null where nobody has said
 */
public record Fix(@JsonIgnore int revision, String reference, FixAnswer answer, String notes) {

    /** Whether the list of the instance has it no longer once the version is kept. */
    public boolean leavesTheList() {
        return answer != FixAnswer.REAPPLIED;
    }
}
