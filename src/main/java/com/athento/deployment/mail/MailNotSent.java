package com.athento.deployment.mail;

import com.athento.deployment.post.Delivery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mail did not leave the house. The message becomes the incident's text in Cockpit, where all that an operator can do
 * is to retry the job: hence it says what to do before.
 */
class MailNotSent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MailNotSent(String sentence) {
        super(sentence);
    }

    private MailNotSent(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The mail could not be written. */
    static MailNotSent because(Mailing mailing, String key, RuntimeException cause) {
        return new MailNotSent(
                "The mail '%s' for %s could not be written: %s. Correct that, then retry this job here."
                        .formatted(mailing.template(), key, withoutStop(cause.getMessage())),
                cause);
    }

    /** The mail server was not reached, broke off, or refused the mail as such. */
    static MailNotSent trouble(Mailing mailing, String key, String reply) {
        return new MailNotSent(
                "The mail '%s' for %s could not be sent: %s. Check the mail server, then retry this job here."
                        .formatted(mailing.template(), key, withoutStop(reply)));
    }

    /** The mail server did not take it for some, this time. */
    static MailNotSent deferred(Mailing mailing, String key, Map<String, String> replies) {
        return new MailNotSent(
                "The mail '%s' for %s has not reached %s. Only they are tried again: check the address and the mail server, then retry this job here."
                        .formatted(mailing.template(), key, list(replies)));
    }

    /** The mail server will take it for nobody. */
    static MailNotSent refused(Mailing mailing, String key, Map<String, String> replies) {
        return new MailNotSent(
                "The mail '%s' for %s was refused for every recipient: %s. Correct the address in %s, then retry this job here."
                        .formatted(
                                mailing.template(),
                                key,
                                list(replies),
                                mailing.recipients().atClient() ? "the register" : "the account"));
    }

    /** One failure for the engine, which knows but one for each job. */
    static Optional<MailNotSent> ofAll(List<MailNotSent> some, List<MailNotSent> others) {
        return Stream.concat(some.stream(), others.stream())
                .reduce((one, other) -> new MailNotSent(one.getMessage() + "\n" + other.getMessage(), one.getCause()));
    }

    private static String list(Map<String, String> replies) {
        return replies.entrySet().stream()
                .limit(5)
                .map(reply -> reply.getKey() + " (" + withoutStop(reply.getValue()) + ")")
                .collect(Collectors.joining(", "));
    }

    private static String withoutStop(String sentence) {
        return sentence == null ? "unknown" : Delivery.withoutStop(sentence);
    }
}
