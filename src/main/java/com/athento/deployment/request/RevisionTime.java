package com.athento.deployment.request;

import com.athento.deployment.intervention.Severity;
import java.time.Duration;
import java.time.Instant;

/**
 * Until when a request is to be revised: a client may wait for another window, and the one that is planned comes
 * nearer.
 *
 * @param within from the moment when the task appears
 * @param urgentWithin the same for Blocker and Critical
 */
record RevisionTime(Duration within, Duration urgentWithin) {

    /** At the start of the window, if that is ahead and comes first. */
    Instant due(Severity severity, Instant now, Instant windowStart) {
        var due = now.plus(severity.fastLane() ? urgentWithin : within);
        return windowStart.isAfter(now) && windowStart.isBefore(due) ? windowStart : due;
    }
}
