package com.athento.deployment.consent;

import com.athento.deployment.intervention.ConsentAnswer;
import com.athento.deployment.intervention.ConsentVia;
import java.time.Instant;
import java.util.Optional;

/**
 * What the client answered, as somebody recorded it.
 *
 * @param proposedStart the window that the client wants instead; one that it took itself where it agrees
 * @param by who answered, at the client
 */
record Answer(
        ConsentAnswer answer, Optional<String> reason, Optional<Instant> proposedStart, String by, ConsentVia via) {

    /** The same to another window than the one that was asked about. */
    Answer agreeingTo(Instant start) {
        return new Answer(ConsentAnswer.AGREED, reason, Optional.of(start), by, via);
    }

    /** A wish that somebody has to decide on. */
    Answer proposing(Instant start) {
        return new Answer(ConsentAnswer.OTHER_WINDOW, reason, Optional.of(start), by, via);
    }
}
