package com.athento.deployment.post;

import com.athento.deployment.process.jobs.JobTime;
import jakarta.mail.Session;
import jakarta.mail.util.StreamProvider;
import java.util.Collection;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Hands mails to the mail server and says what became of each recipient. */
@Component
public class MailServer {

    /** How the library is told to ask for SMTPUTF8 (RFC 6531), where it is offered. */
    private static final String BEYOND_ASCII = "mail.mime.allowutf8";

    static {
        // Otherwise the library looks for it on the whole class path, anew for each header that it encodes.
        System.getProperties().putIfAbsent(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    private final JavaMailSenderImpl settings;
    private final MailProperties mails;
    private final WriteTimeouts timeouts;

    MailServer(JavaMailSenderImpl settings, MailProperties mails, WriteTimeouts timeouts) {
        this.settings = settings;
        this.mails = mails;
        this.timeouts = timeouts;
    }

    /** What a mail is written for. */
    public Session session() {
        return timeouts.in(settings.getSession(), protocol(settings));
    }

    /**
     * For the mails of one attempt; nothing is said before the first one.
     *
     * @param time when they have to be over
     */
    public Conversations conversations(JobTime time) {
        return new Conversations(line(this::session, time), line(this::sessionBeyondAscii, time), time);
    }

    /**
     * Sends one mail, once, as {@link Conversations#send} does.
     *
     * @param time when the conversation has to be over
     */
    public Delivery send(SMTPMessage letter, Collection<String> recipients, JobTime time) {
        try (var conversations = conversations(time)) {
            return conversations.send(letter, recipients);
        }
    }

    private Line line(Supplier<Session> session, JobTime time) {
        return new Line(settings, SingletonSupplier.of(session), mails.allowPlain(), time);
    }

    private Session sessionBeyondAscii() {
        var more = new Properties();
        more.putAll(session().getProperties());
        more.setProperty(BEYOND_ASCII, "true");
        return Session.getInstance(more);
    }

    static boolean isBeyondAscii(Session session) {
        return session.getProperties().containsKey(BEYOND_ASCII);
    }

    static String protocol(JavaMailSenderImpl settings) {
        return Optional.ofNullable(settings.getProtocol()).orElse(JavaMailSenderImpl.DEFAULT_PROTOCOL);
    }
}
