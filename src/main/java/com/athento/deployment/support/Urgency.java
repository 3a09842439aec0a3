package com.athento.deployment.support;

import com.athento.deployment.intervention.Severity;
import java.time.Instant;

/** What the severity of an incident makes of its tasks. */
record Urgency(SupportProperties within) {

    Instant due(Severity severity, Instant now, Instant supportUntil) {
        return switch (severity) {
            case BLOCKER -> now.plus(within.blocker());
            case CRITICAL -> now.plus(within.critical());
            case MAJOR -> now.plus(within.major());
            case MINOR, TRIVIAL, NONE -> supportUntil.isAfter(now) ? supportUntil : now;
        };
    }
}
