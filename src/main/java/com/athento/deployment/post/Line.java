package com.athento.deployment.post;

import com.athento.deployment.process.jobs.JobTime;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A line to the mail server: one conversation for many mails, or as many as the server wants. */
class Line implements AutoCloseable {

    private static final String NOT_OFFERED =
            "has letters beyond ASCII before the @, and the mail server does not offer SMTPUTF8";

    private final JavaMailSenderImpl settings;
    private final Supplier<Session> session;
    private final boolean allowPlain;
    private final JobTime time;
    private Optional<Conversation> open = Optional.empty();

    /** @param allowPlain whether it may go on in clear where the server offers no TLS */
    Line(JavaMailSenderImpl settings, Supplier<Session> session, boolean allowPlain, JobTime time) {
        this.settings = settings;
        this.session = session;
        this.allowPlain = allowPlain;
        this.time = time;
    }

    /**
     * Sends a mail once. A server may end a conversation after any mail, and say so or not: where the next one comes to
     * no recipient in it, nothing of that has left, and it is worth a conversation of its own.
     */
    Delivery send(SMTPMessage letter, Set<String> addresses) {
        // One bad address does not hold back the others.
        letter.setSendPartial(true);
        if (open.isPresent()) {
            var earlier = open.get();
            var delivery = converse(earlier, letter, addresses);
            if (delivery.trouble().isEmpty() || earlier.hasRecipients()) {
                return delivery;
            }
            if (!time.isEnoughToBegin()) {
                return Delivery.postponed(addresses);
            }
        }
        return converse(
                new Conversation(session.get(), MailServer.protocol(settings), allowPlain, time), letter, addresses);
    }

    /** Only one that has just taken a mail goes on: of any other nobody knows where it stands. */
    private Delivery converse(Conversation conversation, SMTPMessage letter, Set<String> addresses) {
        open = Optional.of(conversation);
        var delivery = tell(conversation, letter, addresses);
        if (delivery.trouble().isPresent() || delivery.accepted().isEmpty()) {
            close();
        }
        return delivery;
    }

    private Delivery tell(Conversation conversation, SMTPMessage letter, Set<String> addresses) {
        try {
            complete(letter);
            conversation.begin(settings);
            if (MailServer.isBeyondAscii(session.get()) && !conversation.supportsExtension("SMTPUTF8")) {
                return Delivery.refused(addresses, NOT_OFFERED);
            }
            conversation.sendMessage(letter, envelope(addresses));
            return Delivery.done(addresses, Map.of());
        } catch (MessagingException failed) {
            return Replies.read(failed, conversation, addresses);
        }
    }

    /** Completing it must not give it another Message-ID. */
    private static void complete(SMTPMessage letter) throws MessagingException {
        var id = letter.getMessageID();
        letter.saveChanges();
        letter.setHeader("Message-ID", id);
    }

    private static Address[] envelope(Collection<String> addresses) {
        return addresses.stream()
                .map(address -> {
                    var one = new InternetAddress();
                    one.setAddress(address);
                    return one;
                })
                .toArray(Address[]::new);
    }

    @Override
    public void close() {
        open.ifPresent(Line::sayGoodbye);
        open = Optional.empty();
    }

    private static void sayGoodbye(Conversation conversation) {
        try {
            conversation.close();
        } catch (MessagingException gone) {
            // What the server took it has, whether or not it says goodbye.
        }
    }
}
