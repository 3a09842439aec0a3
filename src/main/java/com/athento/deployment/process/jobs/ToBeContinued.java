package com.athento.deployment.process.jobs;

import java.time.Instant;

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
}
