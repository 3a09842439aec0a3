package com.athento.deployment.consent;

import com.athento.deployment.intervention.Phase;
import com.athento.deployment.record.Asked;
import com.athento.deployment.record.Asked.Given;
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

    /** How it stands at a moment. */
    static Question of(Asked asked, Instant now) {
        return new Question(asked.key(), asked.revision(), asked.linkOf(), state(asked, now), asked.given());
    }

    private static State state(Asked asked, Instant now) {
        if (asked.given().isPresent()) {
            return State.ANSWERED;
        }
        if (asked.ended()) {
            return State.ENDED;
        }
        if (!now.isBefore(asked.windowStart())) {
            return State.EXPIRED;
        }
        if (asked.superseded()) {
            return State.SUPERSEDED;
        }
        return asked.currentRevision() == asked.revision() && asked.phase() == Phase.CONSENT
                ? State.OPEN
                : State.CHANGED;
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }
}
