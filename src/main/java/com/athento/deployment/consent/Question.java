package com.athento.deployment.consent;

import com.athento.deployment.intervention.Answerer;
import com.athento.deployment.intervention.ConsentAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one mail asked somebody at a client.
 *
 * @param revision the revision of the plan that the mail spoke of
 * @param linkOf whom the mail went to, as the register called them: several who share an address; empty for a mail that
 *     went to all
 * @param state whether an answer still counts
 * @param given how it was answered, if it was
 */
public record Question(String key, int revision, List<String> linkOf, State state, Optional<Given> given) {

    public enum State {
        OPEN,
        /** On the page, with whosever link, or told to the project team. */
        ANSWERED,
        /** The window has begun. */
        EXPIRED,
        /** A newer mail asks the same person, or asks without this one. */
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
            ConsentAnswer answer, Optional<Answerer> by, Optional<Instant> proposedStart, int minutes, Instant at) {}

    public boolean isOpen() {
        return state == State.OPEN;
    }
}
