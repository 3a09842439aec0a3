package com.athento.deployment.overview;

import java.time.OffsetDateTime;

/**
 * Something of the model that was passed, as the timeline keeps it.
 *
 * @param label what the model called it then; a later version may call it something else
 * @param person who did it; null where time or the procedure itself did
 * @param task the id of a task that was completed; else null
 */
record Passage(
        String processInstanceId,
        OffsetDateTime at,
        Kind kind,
        String element,
        String label,
        String person,
        String task) {

    /** What was passed. */
    enum Kind {
        /** A user task that somebody completed. */
        TASK,
        /** An event that led away from the expected path, or opened a path beside it. */
        EVENT
    }
}
