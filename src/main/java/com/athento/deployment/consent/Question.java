package com.athento.deployment.consent;

import com.athento.deployment.intervention.ConsentAnswer;
import java.time.Instant;
import java.util.Optional;

/**
 * What one mail asked a client.
 *
 * @param revision the revision of the plan that the mail spoke of
 * @param state whether an answer still counts
 * @param given how it was answered, if it was
 */
public record Question(String key, int revision, State state, Optional<Given> given) {

    public enum State {
        OPEN,
        /** By the page, or told to the project team. */
        ANSWERED,
        /** The window has begun. */
        EXPIRED,
        /** A newer mail asks. */
        SUPERSEDED,
        /** The plan is no longer what the mail said. */
        CHANGED,
        /** There will be no deployment. */
        ENDED
    }

    /**
     * @param by who answered, at the client; empty once that is no longer kept
     * @param proposedStart what was proposed instead
     * @param minutes the unavailability that the answer is about
     */
    public record Given(
            ConsentAnswer answer,
            Optional<String> by,
            Optional<Instant> proposedStart,
            int minutes,
            Instant at) {}

    public boolean isOpen() {
        return state == State.OPEN;
    }
}
