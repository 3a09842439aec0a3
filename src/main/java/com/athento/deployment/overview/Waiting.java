package com.athento.deployment.overview;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Who or what holds an intervention up now.
 *
 * @param tasks what people have to do
 * @param failed what the application could not do, a mail for instance
 */
public record Waiting(List<WaitingTask> tasks, List<FailedStep> failed) {

    static final Waiting FOR_NOTHING = new Waiting(List.of(), List.of());

    /**
     * An open user task.
     *
     * @param element id in the model
     * @param task what the model calls it
     * @param assignee null until somebody claims it
     * @param candidateUsers people who may claim it without being in one of the groups
     * @param since when it was created
     * @param due null if it has no due date
     */
    public record WaitingTask(
            String taskId,
            String element,
            String task,
            String assignee,
            List<String> candidateGroups,
            List<String> candidateUsers,
            OffsetDateTime since,
            OffsetDateTime due) {}

    /**
     * A step whose job failed as often as it may.
     *
     * @param element id in the model
     * @param step what the model calls it
     * @param message what an operator shall do
     */
    public record FailedStep(String element, String step, String message, OffsetDateTime since) {}

    static OffsetDateTime utc(Timestamp engineTime) {
        return engineTime == null
                ? null
                : OffsetDateTime.ofInstant(Instant.ofEpochMilli(engineTime.getTime()), ZoneOffset.UTC);
    }
}
