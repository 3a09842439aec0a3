package com.athento.deployment.consent;

import java.time.Instant;
import java.util.Optional;

/**
 * What one mail asked a client.
 *
 * @param revision the revision of the plan that the mail spoke of
 * @param state whether an answer still counts
 * @param answeredAt when it was answered, if it was
 */
public record Question(String key, int revision, State state, Optional<Instant> answeredAt) {

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

    public boolean isOpen() {
        return state == State.OPEN;
    }
}
