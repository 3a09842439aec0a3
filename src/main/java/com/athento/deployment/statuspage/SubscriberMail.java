package com.athento.deployment.statuspage;

import com.athento.deployment.intervention.MailAddress;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.post.Mail;
import com.athento.deployment.post.MailProperties;
import com.athento.deployment.post.MailServer;
import com.athento.deployment.process.jobs.JobTime;
import com.athento.deployment.register.Register;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.List;
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
        return mails.domain();
    }

    /**
     * @param about the intervention's key; null where it is about none
     * @return whether the server took it; false if it never will for this address
     */
    boolean send(Subscriber subscriber, String messageId, String about, String subject, String text, JobTime time) {
        var delivery =
                server.send(letter(subscriber, messageId, about, subject, text), List.of(address(subscriber)), time);
        delivery.complaint().ifPresent(complaint -> {
            throw new IllegalStateException(
                    "The mail '%s' to a subscriber of %s's status page could not be sent: %s. Check the mail server, then retry this job."
                            .formatted(subject, subscriber.clientCode(), complaint));
        });
        return !delivery.accepted().isEmpty();
    }

    /** As it goes over the wire; what is no address is refused before any conversation. */
    private static String address(Subscriber subscriber) {
        return MailAddress.read(subscriber.email()).map(MailAddress::text).orElse(subscriber.email());
    }

    private Mail letter(Subscriber subscriber, String messageId, String about, String subject, String text) {
        try {
            return written(subscriber, messageId, about, subject, text);
        } catch (MessagingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private Mail written(Subscriber subscriber, String messageId, String about, String subject, String text)
            throws MessagingException {
        var letter = new Mail(server.session(), messageId, mails.sender(), subject, clock.instant());
        letter.setReplyTo(new Address[] {mails.of(Team.PROJECT)});
        letter.addressTo(subscriber.email());
        letter.setHeader("List-Unsubscribe", "<" + subscription(subscriber) + "/end>");
        letter.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        if (about != null) {
            letter.setHeader("X-Intervention", about);
        }
        letter.setText(text, "UTF-8");
        return letter;
    }
}
