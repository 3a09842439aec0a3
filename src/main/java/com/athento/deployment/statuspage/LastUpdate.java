package com.athento.deployment.statuspage;

import com.athento.deployment.intervention.PublicState;
import java.time.Instant;

/** What the readers were told last of an intervention. */
record LastUpdate(PublicState state, Instant windowStart, int downtimeMinutes, boolean inApp) {

    boolean isPlanned() {
        return state == PublicState.PLANNED;
    }

    boolean isToCome() {
        return isPlanned() || state == PublicState.MOVED;
    }

    boolean isOutOfService() {
        return state == PublicState.IN_PROGRESS || isInterrupted();
    }

    boolean isInterrupted() {
        return state == PublicState.INTERRUPTED;
    }

    boolean promises(Promise now) {
        return isPlanned() && now.equals(new Promise(windowStart, downtimeMinutes, inApp));
    }
}
