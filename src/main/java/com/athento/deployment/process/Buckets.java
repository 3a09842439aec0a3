package com.athento.deployment.process;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;

/**
 * How often each of many may do something: so many times at once, and as many again, evenly, within a period. In
 * memory, for this node alone; whoever has not come for longest is forgotten first.
 */
public class Buckets {

    /** How many are remembered. */
    public static final int MANY = 10_000;

    private final int times;
    private final Duration period;
    private final TimeMeter time;

    private final Map<String, Bucket> buckets = LastUsed.of(MANY);

    public Buckets(int times, Duration period, TimeMeter time) {
        this.times = times;
        this.period = period;
        this.time = time;
    }

    public Bucket of(String who) {
        return buckets.computeIfAbsent(who, fresh -> full());
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(times).refillGreedy(times, period))
                .withCustomTimePrecision(time)
                .build();
    }
}
