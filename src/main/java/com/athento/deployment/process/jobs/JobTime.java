package com.athento.deployment.process.jobs;

import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * How long the job that runs in this thread may talk to others: a job whose lock has run out is given to another
 * thread, and nothing stops the first. Measured by the machine's own time, since the process's clock may be moved.
 */
public final class JobTime {

    private final Instant until;
    private final Duration left;
    private final long began = System.nanoTime();

    private JobTime(Instant until, Duration left) {
        this.until = until;
        this.left = left;
    }

    /** @throws ToBeContinued if most of the lock passed before the job's turn came */
    public static JobTime ofTheRunningJob() {
        var whole = Duration.ofMillis(
                Context.getProcessEngineConfiguration().getJobExecutor().getLockTimeInMillis());
        var lock = Context.getCommandContext().getCurrentJob().getLockExpirationTime();
        var now = ClockUtil.getCurrentTime().toInstant();
        // A job that a person runs has no lock.
        var until = lock == null ? now.plus(whole) : lock.toInstant();
        var left = Duration.between(now, until);
        if (left.compareTo(whole.dividedBy(4)) < 0) {
            throw new ToBeContinued(now, "It waited too long for its turn and goes on at once");
        }
        return new JobTime(until, left);
    }

    /** The end of the lock: until then nobody else runs the job. */
    public Instant until() {
        return until;
    }

    /** Whether something new may begin: what has begun needs time for its end. */
    public boolean isEnoughToBegin() {
        return isBefore(2);
    }

    /** Whether what has begun may still be completed. */
    public boolean isEnoughToFinish() {
        return isBefore(4);
    }

    private boolean isBefore(int fifths) {
        return System.nanoTime() - began
                < left.multipliedBy(fifths).dividedBy(5).toNanos();
    }
}
