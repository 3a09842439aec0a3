package com.athento.deployment.process;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * What the database had nothing of, for some seconds from when it was asked: so long, at most, may it take until the
 * first of its kind is heeded. On this node it is, as a rule, at once.
 *
 * @param <K> of what
 */
public class HeldForSeconds<K> {

    /** More people than are at work at once. */
    private static final int MOST = 1000;

    private final Map<K, Long> until = new ConcurrentHashMap<>();
    private final Duration kept;
    private final LongSupplier nanoseconds;

    /** @param nanoseconds a clock that never goes back, such as {@link System#nanoTime()} */
    public HeldForSeconds(Duration kept, LongSupplier nanoseconds) {
        this.kept = kept;
        this.nanoseconds = nanoseconds;
    }

    /** Whether the database had nothing of it, not long ago. */
    public boolean isNothing(K of) {
        var end = until.get(of);
        return end != null && nanoseconds.getAsLong() - end < 0;
    }

    /**
     * Whether the database has any of it, by the answer of not long ago or by a new one.
     *
     * @param ask the database
     */
    public boolean isAny(K of, BooleanSupplier ask) {
        if (isNothing(of)) {
            return false;
        }
        var isAny = ask.getAsBoolean();
        if (!isAny) {
            noteNothing(of);
        }
        return isAny;
    }

    /** As of now; what is held already is not held for longer. */
    public void noteNothing(K of) {
        if (until.size() >= MOST) {
            until.clear();
        }
        var now = nanoseconds.getAsLong();
        until.merge(of, now + kept.toNanos(), (held, noted) -> now - held < 0 ? held : noted);
    }

    /** The first of its kind has come. */
    public void forget() {
        until.clear();
    }
}
