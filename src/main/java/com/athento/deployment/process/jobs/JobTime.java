package com.athento.deployment.process.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * How long the job that runs in this thread may talk to others: a job whose lock has run out is given to another
 * thread, and nothing stops the first. Measured by the machine's own time, since the process's clock may be moved.
 */
public final class JobTime {

    /**
     * How long a job begins something new, at most: what it has begun then is done within the minute as a rule, and
     * whoever waits for a thread gets one.
     */
    static final Duration TURN = Duration.ofSeconds(45);

    private final Instant until;
    private final Duration left;
    private final LongSupplier nanoseconds;
    private final long began;

    /** @param nanoseconds what the machine's clock shows */
    JobTime(Instant until, Duration left, LongSupplier nanoseconds) {
        this.until = until;
        this.left = left;
        this.nanoseconds = nanoseconds;
        this.began = nanoseconds.getAsLong();
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
        return new JobTime(until, left, System::nanoTime);
    }

    /** The end of the lock: until then nobody else runs the job. */
    public Instant until() {
        return until;
    }

    /** Whether something new may begin: what has begun needs time for its end, and others wait for their turn. */
    public boolean isEnoughToBegin() {
        return isBefore(fifths(2)) && isBefore(TURN);
    }

    /** Whether what has begun may still be completed. */
    public boolean isEnoughToFinish() {
        return isBefore(fifths(4));
    }

    private Duration fifths(int some) {
        return left.multipliedBy(some).dividedBy(5);
    }

    private boolean isBefore(Duration end) {
        return nanoseconds.getAsLong() - began < end.toNanos();
    }
}
