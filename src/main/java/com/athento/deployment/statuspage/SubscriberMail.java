package com.athento.deployment.statuspage;

import com.athento.deployment.intervention.Team;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.register.MailProperties;
import com.athento.deployment.register.Register;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/**
 * A mail to one subscriber. Each carries the link that ends the subscription, for people in the
 * text and for their mail program in the headers (RFC 8058).
 */
@Component
class SubscriberMail {

    private final JavaMailSender server;
    private final MailProperties mails;
    private final Register register;
    private final Clock clock;

    SubscriberMail(JavaMailSender server, MailProperties mails, Register register, Clock clock) {
        this.server = server;
        this.mails = mails;
        this.register = register;
        this.clock = clock;
    }

    /** How the subscriber's updates read. */
    StatusWords words(Subscriber subscriber) {
        return new StatusWords(
                new Words(subscriber.language()),
                mails.product(),
                register.client(subscriber.clientCode()).orElseThrow().zone());
    }

    String clientName(Subscriber subscriber) {
        return register.client(subscriber.clientCode()).orElseThrow().name();
    }

    String page(Subscriber subscriber) {
        return "%s/status/%s?lang=%s"
                .formatted(
                        mails.baseUrl(),
                        register.statusKey(subscriber.clientCode()),
                        subscriber.language().code());
    }

    String subscription(Subscriber subscriber) {
        return mails.baseUrl() + "/status/subscription/" + subscriber.link();
    }

    String domain() {
        var sender = mails.sender().getAddress();
        return sender.substring(sender.indexOf('@') + 1);
    }

    /**
     * @param about the intervention's key; null where it is about none
     * @return whether the server took it; false if it never will for this address
     */
    boolean send(
            Subscriber subscriber, String messageId, String about, String subject, String text) {
        try {
            server.send(letter(subscriber, messageId, about, subject, text));
            return true;
        } catch (MailException failed) {
            if (isRefusedForGood(failed)) {
                return false;
            }
            throw new IllegalStateException(
                    "The mail '%s' to a subscriber of %s's status page could not be sent: %s. Check the mail server, then retry this job."
                            .formatted(subject, subscriber.clientCode(), reason(failed)),
                    failed);
        } catch (MessagingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private MimeMessage letter(
            Subscriber subscriber, String messageId, String about, String subject, String text)
            throws MessagingException {
        var letter = server.createMimeMessage();
        letter.setHeader("Message-ID", messageId);
        letter.setFrom(mails.sender());
        letter.setReplyTo(new Address[] {mails.of(Team.PROJECT)});
        letter.setRecipient(
                Message.RecipientType.TO, new InternetAddress(subscriber.email(), true));
        letter.setSubject(subject, "UTF-8");
        letter.setSentDate(Date.from(clock.instant()));
        letter.setHeader("Auto-Submitted", "auto-generated");
        letter.setHeader("X-Auto-Response-Suppress", "All");
        letter.setHeader("List-Unsubscribe", "<" + subscription(subscriber) + "/end>");
        letter.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        if (about != null) {
            letter.setHeader("X-Intervention", about);
        }
        letter.setText(text, "UTF-8");
        return letter;
    }

    /** The server will never take a mail for this address: nothing that an operator could mend. */
    private static boolean isRefusedForGood(MailException failed) {
        var first =
                failed instanceof MailSendException sending
                                && sending.getMessageExceptions().length > 0
                        ? sending.getMessageExceptions()[0]
                        : failed;
        for (Throwable cause = first; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPAddressFailedException address) {
                return address.getReturnCode() >= 500;
            }
        }
        return false;
    }

    private static Throwable next(Throwable cause) {
        return cause instanceof MessagingException chained && chained.getNextException() != null
                ? chained.getNextException()
                : cause.getCause();
    }

    private static String reason(MailException failed) {
        var root = failed.getMostSpecificCause().getMessage();
        return root == null
                ? failed.getClass().getSimpleName()
                : root.replaceAll("\\s+", " ").strip().replaceAll("\\.+$", "");
    }
}
