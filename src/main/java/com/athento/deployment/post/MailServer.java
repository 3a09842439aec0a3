package com.athento.deployment.post;

import com.athento.deployment.intervention.MailAddress;
import com.athento.deployment.process.jobs.JobTime;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.util.StreamProvider;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Hands one mail to the mail server and says what became of each recipient. */
@Component
public class MailServer {

    /** How the library is told to ask for SMTPUTF8 (RFC 6531), where it is offered. */
    private static final String BEYOND_ASCII = "mail.mime.allowutf8";

    static {
        // Otherwise the library looks for it on the whole class path, anew for each header that it encodes.
        System.getProperties().putIfAbsent(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    private static final String NOT_OFFERED =
            "has letters beyond ASCII before the @, and the mail server does not offer SMTPUTF8";

    private final JavaMailSenderImpl settings;
    private final MailProperties mails;

    MailServer(JavaMailSenderImpl settings, MailProperties mails) {
        this.settings = settings;
        this.mails = mails;
    }

    /** What a mail is written for. */
    public Session session() {
        return settings.getSession();
    }

    /**
     * Sends a mail once; the engine's job is the only retry. Each address is judged alone before the conversation: one
     * that no server could be asked about must not spoil it for the others.
     *
     * @param time when the conversation has to be over
     */
    public Delivery send(SMTPMessage letter, Collection<String> recipients, JobTime time) {
        var unknown = new LinkedHashSet<String>();
        var plain = new LinkedHashSet<String>();
        var beyondAscii = new LinkedHashSet<String>();
        for (var recipient : recipients) {
            var address = MailAddress.read(recipient).filter(one -> one.text().equals(recipient));
            (address.isEmpty() ? unknown : address.get().isAscii() ? plain : beyondAscii).add(recipient);
        }
        var delivery = Delivery.refused(unknown, "is no mail address");
        if (!plain.isEmpty()) {
            delivery = delivery.and(converse(letter, plain, session(), time));
        }
        if (beyondAscii.isEmpty() || delivery.trouble().isPresent()) {
            return delivery;
        }
        // By themselves: a mail that needs the extension is passed on to nobody without it.
        return delivery.and(
                plain.isEmpty() || time.isEnoughToBegin()
                        ? converse(letter, beyondAscii, sessionBeyondAscii(), time)
                        : Delivery.postponed(beyondAscii));
    }

    private Session sessionBeyondAscii() {
        var more = new Properties();
        more.putAll(session().getProperties());
        more.setProperty(BEYOND_ASCII, "true");
        return Session.getInstance(more);
    }

    private Delivery converse(SMTPMessage letter, Set<String> addresses, Session session, JobTime time) {
        // One bad address does not hold back the others.
        letter.setSendPartial(true);
        var conversation = new Conversation(session, protocol(), mails.allowPlain(), time);
        try {
            complete(letter);
            connect(conversation);
            if (session.getProperties().containsKey(BEYOND_ASCII) && !conversation.supportsExtension("SMTPUTF8")) {
                return Delivery.refused(addresses, NOT_OFFERED);
            }
            conversation.sendMessage(letter, envelope(addresses));
            return Delivery.done(addresses, Map.of());
        } catch (MessagingException failed) {
            return Replies.read(failed, conversation, addresses);
        } finally {
            sayGoodbye(conversation);
        }
    }

    private void connect(Conversation conversation) throws MessagingException {
        conversation.connect(
                settings.getHost(), settings.getPort(), given(settings.getUsername()), given(settings.getPassword()));
    }

    /** Completing it must not give it another Message-ID. */
    private static void complete(SMTPMessage letter) throws MessagingException {
        var id = letter.getMessageID();
        letter.saveChanges();
        letter.setHeader("Message-ID", id);
    }

    private String protocol() {
        return Optional.ofNullable(settings.getProtocol()).orElse(JavaMailSenderImpl.DEFAULT_PROTOCOL);
    }

    private static String given(String login) {
        return StringUtils.hasLength(login) ? login : null;
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

    private static void sayGoodbye(Conversation conversation) {
        try {
            conversation.close();
        } catch (MessagingException gone) {
            // What the server took it has, whether or not it says goodbye.
        }
    }
}
