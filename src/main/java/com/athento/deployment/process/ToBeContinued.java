package com.athento.deployment.process;

import java.time.Instant;
import java.util.Optional;

/** A job has not failed and is not done: it goes on later, with as many attempts as before. */
public class ToBeContinued extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Instant at;

    /**
     * @param at when it goes on
     * @param sentence what it waits for, as an operator reads it
     */
    public ToBeContinued(Instant at, String sentence) {
        super(sentence);
        this.at = at;
    }

    public Instant at() {
        return at;
    }

    /** The engine wraps what some of our listeners throw. */
    static Optional<ToBeContinued> in(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ToBeContinued later) {
                return Optional.of(later);
            }
        }
        return Optional.empty();
    }
}
