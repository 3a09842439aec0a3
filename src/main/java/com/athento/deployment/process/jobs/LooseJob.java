package com.athento.deployment.process.jobs;

/**
 * Work that follows from a step and holds nothing up: it belongs to no intervention, so that it is done even if that
 * has ended meanwhile. It may run more than once.
 */
public interface LooseJob {

    /** Under which it is asked for: letters and dashes. */
    String name();

    /**
     * Does it; whatever is thrown is tried again by the engine, and in the end stands in the incident: it says what an
     * operator can do.
     */
    void run(String argument);
}
