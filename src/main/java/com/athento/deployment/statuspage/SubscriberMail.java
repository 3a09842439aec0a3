package com.athento.deployment.statuspage;

import com.athento.deployment.intervention.MailAddress;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.post.MailServer;
import com.athento.deployment.process.jobs.JobTime;
import com.athento.deployment.register.MailProperties;
import com.athento.deployment.register.Register;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.springframework.stereotype.Component;

/**
 * A mail to one subscriber. Each carries the link that ends the subscription, for people in the text and for their mail
 * program in the headers (RFC 8058).
 */
@Component
class SubscriberMail {

    private final MailServer server;
    private final MailProperties mails;
    private final Register register;
    private final Clock clock;

    SubscriberMail(MailServer server, MailProperties mails, Register register, Clock clock) {
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
    boolean send(Subscriber subscriber, String messageId, String about, String subject, String text, JobTime time) {
        var delivery =
                server.send(letter(subscriber, messageId, about, subject, text), List.of(address(subscriber)), time);
        Stream.concat(delivery.trouble().stream(), delivery.deferred().values().stream())
                .findFirst()
                .ifPresent(reply -> {
                    throw new IllegalStateException(
                            "The mail '%s' to a subscriber of %s's status page could not be sent: %s. Check the mail server, then retry this job."
                                    .formatted(subject, subscriber.clientCode(), reply.replaceAll("[.\\s]+$", "")));
                });
        return !delivery.accepted().isEmpty();
    }

    /** As it goes over the wire; what is no address is refused before any conversation. */
    private static String address(Subscriber subscriber) {
        return MailAddress.read(subscriber.email()).map(MailAddress::text).orElse(subscriber.email());
    }

    /** A header with letters beyond ASCII can be passed on only by servers that know them. */
    private static String to(Subscriber subscriber) {
        return MailAddress.read(subscriber.email())
                .filter(MailAddress::isAscii)
                .map(MailAddress::text)
                .orElse("undisclosed-recipients:;");
    }

    private SMTPMessage letter(Subscriber subscriber, String messageId, String about, String subject, String text) {
        try {
            return written(subscriber, messageId, about, subject, text);
        } catch (MessagingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private SMTPMessage written(Subscriber subscriber, String messageId, String about, String subject, String text)
            throws MessagingException {
        var letter = new SMTPMessage(server.session());
        letter.setHeader("Message-ID", messageId);
        letter.setFrom(mails.sender());
        letter.setReplyTo(new Address[] {mails.of(Team.PROJECT)});
        letter.setHeader("To", to(subscriber));
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
}
