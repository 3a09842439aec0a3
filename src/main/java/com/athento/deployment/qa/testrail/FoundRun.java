package com.athento.deployment.qa.testrail;

import java.time.Instant;

/**
 * What stands in a run or plan, before it is taken.
 *
 * @param run what it is asked for by, such as {@code R12}
 * @param url its page
 * @param createdBy who began it; null where TestRail does not say
 * @param completed when it was closed; null while it goes on, and then its figures are those so far
 */
public record FoundRun(
        String run,
        String name,
        String url,
        boolean complete,
        Instant created,
        String createdBy,
        Instant completed,
        long total,
        long passed,
        long failed,
        long blocked,
        long open) {

    static FoundRun of(Run run, String url, String createdBy) {
        var counts = run.counts();
        return new FoundRun(
                run.asked().toString(),
                run.name(),
                url,
                run.isComplete(),
                run.created(),
                createdBy,
                run.completed().orElse(null),
                counts.total(),
                counts.passed(),
                counts.failed(),
                counts.blocked(),
                counts.open());
    }
}
