package com.athento.deployment.record;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * A mail without its text.
 *
 * @param mail folder of its template
 * @param recipientsRole whom it was meant for
 * @param envelope their addresses, one a line; empty once removed
 * @param refused addresses that the mail server refused; null if none, and once removed
 * @param addressesRemoved whether the time of these two is over
 * @param textRemoved whether the time of its text is over
 */
public record Mail(
        long id,
        int revision,
        String element,
        String mail,
        String recipientsRole,
        @JsonIgnore String envelope,
        String refused,
        State state,
        String subject,
        String locale,
        String messageId,
        Instant createdAt,
        Instant sentAt,
        boolean addressesRemoved,
        boolean textRemoved) {

    public enum State {
        SENDING,
        SENT,
        /** By the mail server, for everybody. */
        REFUSED,
        /** It was not true any more. */
        OBSOLETE,
        /** Its step ended before the mail server had confirmed it. */
        DROPPED
    }

    boolean differsInLanguageFrom(Mail other) {
        return createdAt.equals(other.createdAt)
                && mail.equals(other.mail)
                && recipientsRole.equals(other.recipientsRole)
                && !locale.equals(other.locale);
    }

    /** Their addresses, each with the field of the mail that it stood in. */
    @JsonProperty
    public List<String> recipients() {
        return envelope.lines().toList();
    }
}
