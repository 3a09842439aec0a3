package com.athento.deployment.rollout;

import com.athento.deployment.intervention.Window;
import java.time.Duration;
import java.time.Instant;

/** The last moment at which a rollback still ends within the hour. */
record PointOfNoReturn(int rollbackMinutes) {

    Instant of(Instant actualStart) {
        return actualStart.plus(Duration.ofMinutes(Window.LONGEST - (long) rollbackMinutes));
    }
}
