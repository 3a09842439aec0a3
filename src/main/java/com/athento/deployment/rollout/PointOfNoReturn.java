package com.athento.deployment.rollout;

import com.athento.deployment.intervention.Downtime;
import com.athento.deployment.intervention.Window;
import java.time.Duration;
import java.time.Instant;

/** The last moment at which a rollback still ends within the hour. */
record PointOfNoReturn(int rollbackMinutes) {

    /** @param hour which counts; of a second stretch, the minutes of the first are gone */
    Instant of(Downtime hour) {
        return hour.since()
                .orElseThrow()
                .plus(Duration.ofMinutes(Window.LONGEST - (long) rollbackMinutes - hour.spent()));
    }
}
