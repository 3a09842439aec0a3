package com.athento.deployment.consent;

import com.athento.deployment.intervention.Severity;
import java.time.Duration;
import java.time.Instant;

/**
 * Until when the client should have answered.
 *
 * @param lead how long before the window, outside the fast lane
 */
record ConsentDeadline(Duration lead) {

    /**
     * The window itself in the fast lane; also where the deadline is over when the preparation begins, since an
     * exception would otherwise run into it again at once.
     */
    Instant of(Instant windowStart, Severity severity, Instant now) {
        var deadline = windowStart.minus(lead);
        return severity.fastLane() || !deadline.isAfter(now) ? windowStart : deadline;
    }
}
