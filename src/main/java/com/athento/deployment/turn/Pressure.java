package com.athento.deployment.turn;

import com.athento.deployment.intervention.Haste;
import com.athento.deployment.intervention.Severity;

/** How soon a task that nobody does is a matter for others. */
enum Pressure {
    /** Between the opened window and the settled version, whatever the severity. */
    WINDOW,
    BLOCKER,
    CRITICAL,
    MAJOR,
    ROUTINE;

    static Pressure of(Haste haste, Severity severity) {
        return haste == Haste.ALWAYS
                ? WINDOW
                : switch (severity) {
                    case BLOCKER -> BLOCKER;
                    case CRITICAL -> CRITICAL;
                    case MAJOR -> MAJOR;
                    case MINOR, TRIVIAL, NONE -> ROUTINE;
                };
    }

    /** Whether people are also told at night. */
    boolean isUrgent() {
        return this == WINDOW || this == BLOCKER || this == CRITICAL;
    }
}
