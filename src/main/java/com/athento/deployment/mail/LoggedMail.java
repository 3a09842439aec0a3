package com.athento.deployment.mail;

import com.athento.deployment.post.Delivery;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
 * @param tries in how many attempts it was begun and put back
 */
record LoggedMail(
        String job,
        Mailing mailing,
        int chunk,
        String messageId,
        State state,
        Envelope envelope,
        Set<String> accepted,
        Map<String, String> refused,
        Claim claim,
        int tries) {

    /** Said of those whom a mail has not reached while it was true. */
    private static final String NOT_TRUE = "not sent: no longer true";

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
        return as(State.SENDING, accepted, Map.of());
    }

    /** The same, with what an attempt has come to. */
    LoggedMail after(Delivery delivery) {
        var taken = new LinkedHashSet<>(accepted);
        taken.addAll(delivery.accepted());
        var denied = new LinkedHashMap<>(refused);
        denied.putAll(delivery.refused());
        var after = as(State.SENDING, taken, denied);
        return after.pending().isEmpty()
                ? after.as(taken.isEmpty() ? State.REFUSED : State.SENT, taken, denied)
                : after;
    }

    /** The same, for nobody any more: whom it has reached stays told. */
    LoggedMail givenUp() {
        if (accepted.isEmpty()) {
            return as(State.OBSOLETE, accepted, refused);
        }
        var denied = new LinkedHashMap<>(refused);
        pending().all().forEach(address -> denied.put(address, NOT_TRUE));
        return as(State.SENT, accepted, denied);
    }

    private LoggedMail as(State other, Set<String> taken, Map<String, String> denied) {
        return new LoggedMail(job, mailing, chunk, messageId, other, envelope, taken, denied, claim, tries);
    }

    boolean isSent() {
        return state == State.SENT;
    }

    /** Whether it waits to leave although something else holds now. */
    boolean isOvertaken(Optional<Claim> now) {
        var holds = now.filter(one -> one.equals(claim) || claim.essence().isEmpty())
                .isPresent();
        return state == State.SENDING && !holds;
    }

    /** Who knows by it what a mail with that claim would say. */
    Set<String> reached(Claim now) {
        if (!claim.essence().equals(now.essence())) {
            return Set.of();
        }
        return isSent() ? Set.copyOf(envelope.without(refused.keySet()).all()) : accepted;
    }

    /** Whom it has still to reach. */
    Envelope pending() {
        return envelope.without(accepted).without(refused.keySet());
    }

    /** How many these are. */
    int waiting() {
        return (int) envelope.all().stream()
                .filter(address -> !accepted.contains(address) && !refused.containsKey(address))
                .count();
    }
}
