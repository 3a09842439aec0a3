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

    /** In the task list the higher one comes first; 50 is what a task has by itself. */
    int priority(Severity severity) {
        return switch (severity) {
            case BLOCKER -> 100;
            case CRITICAL -> 90;
            case MAJOR -> 80;
            case MINOR -> 65;
            case TRIVIAL -> 60;
            case NONE -> 50;
        };
    }
}
