package com.athento.deployment.record;

import com.athento.deployment.intervention.Phase;

/** Another intervention of the same instance that has not come to its end. */
public record OtherIntervention(String key, Phase phase) {

    /** Whether it is known which version the instance keeps. */
    public boolean settled() {
        return phase.compareTo(Phase.SUPPORT) >= 0;
    }
}
