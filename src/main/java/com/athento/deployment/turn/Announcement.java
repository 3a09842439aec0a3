package com.athento.deployment.turn;

import java.time.Instant;

/**
 * What is to be told of a task.
 *
 * @param occasion why
 * @param round how often it has been told for that reason before
 * @param due when the mail leaves
 */
record Announcement(String task, Occasion occasion, int round, boolean urgent, Instant due) {

    static Announcement appeared(String task, boolean urgent, Instant due) {
        return new Announcement(task, Occasion.APPEARED, 0, urgent, due);
    }
}
