package com.athento.deployment.mail;

import com.athento.deployment.intervention.Token;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A mail that is on record and may be on its way.
 *
 * @param job the job that sends it
 * @param chunk the part of the recipients, from 0
 * @param messageId the same in every attempt, so that a mail that arrives twice is seen to be one
 * @param accepted whom the mail server has taken it for
 * @param refused whom the mail server will never take it for, and why
 * @param claim what it states
 */
record LoggedMail(
        String job,
        Mailing mailing,
        int chunk,
        String messageId,
        State state,
        Envelope envelope,
        Rendered rendered,
        Set<String> accepted,
        Map<String, String> refused,
        Claim claim) {

    /** How far it got. A mail that is SENDING or SENT counts as told. */
    enum State {
        SENDING,
        SENT,
        REFUSED,
        /** It was not true any more when it could have left. */
        OBSOLETE
    }

    /** The same, as if nobody's server had refused it. */
    LoggedMail again() {
        return new LoggedMail(
                job, mailing, chunk, messageId, State.SENDING, envelope, rendered, accepted, Map.of(), claim);
    }

    /** The same, with the personal link that this attempt carries. */
    LoggedMail with(Token link) {
        return new LoggedMail(
                job, mailing, chunk, messageId, state, envelope, rendered.with(link), accepted, refused, claim);
    }

    /** Whether it waits to leave although something else holds now. */
    boolean isOvertaken(Optional<Claim> now) {
        var holds = now.filter(one -> one.equals(claim) || claim.essence().isEmpty())
                .isPresent();
        return state == State.SENDING && !holds;
    }

    /** Who knows by it what a mail with that claim would say. */
    Set<String> reached(Claim now) {
        return !claim.essence().equals(now.essence())
                ? Set.of()
                : state == State.SENT
                        ? Set.copyOf(envelope.without(refused.keySet()).all())
                        : accepted;
    }

    /** Whom it has still to reach. */
    Envelope pending() {
        return envelope.without(accepted).without(refused.keySet());
    }
}
