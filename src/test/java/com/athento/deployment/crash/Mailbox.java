package com.athento.deployment.crash;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A mail server that outlives the nodes which talk to it, and that can hold a conversation at the worst moment. Its
 * port stays the same while it is down.
 */
final class Mailbox implements AutoCloseable {

    /** What it does with a mail's text. */
    enum Manner {
        TAKES,
        /** Has read the text, and neither takes it nor answers before it is let go. */
        HANGS,
        /** Takes the mail, and does not say so before it is let go. */
        TAKES_AND_HANGS
    }

    /**
     * A mail as it came.
     *
     * @param intervention whose mail it is
     * @param recipients as the conversation named them
     */
    record Mail(String messageId, String intervention, String subject, List<String> recipients) {

        private static Mail read(InputStream text, List<String> recipients) throws IOException {
            try {
                var headers = new InternetHeaders(new ByteArrayInputStream(text.readAllBytes()), false);
                return new Mail(
                        headers.getHeader("Message-ID", null),
                        headers.getHeader("X-Intervention", null),
                        headers.getHeader("Subject", null),
                        List.copyOf(recipients));
            } catch (MessagingException unreadable) {
                throw new IOException(unreadable);
            }
        }
    }

    private final List<Mail> read = new CopyOnWriteArrayList<>();
    private final List<Mail> taken = new CopyOnWriteArrayList<>();
    private final int port = Node.freePort();
    private volatile Manner manner = Manner.TAKES;
    private volatile CountDownLatch held = new CountDownLatch(0);
    private SMTPServer server;

    Mailbox() {
        up();
    }

    int port() {
        return port;
    }

    /** From now on. */
    void behaves(Manner other) {
        held.countDown();
        if (other != Manner.TAKES) {
            held = new CountDownLatch(1);
        }
        manner = other;
    }

    /** The mails of an intervention whose text came in, whether taken or not. */
    List<Mail> read(String intervention) {
        return of(intervention, read);
    }

    /** The mails of an intervention that this server took. */
    List<Mail> taken(String intervention) {
        return of(intervention, taken);
    }

    private static List<Mail> of(String intervention, List<Mail> mails) {
        return mails.stream()
                .filter(mail -> intervention.equals(mail.intervention()))
                .toList();
    }

    void down() {
        server.stop();
    }

    void up() {
        server = new SMTPServer.Builder()
                .bindAddress(InetAddress.getLoopbackAddress())
                .port(port)
                .messageHandlerFactory(Conversation::new)
                .build();
        server.start();
    }

    @Override
    public void close() {
        behaves(Manner.TAKES);
        down();
    }

    private final class Conversation implements MessageHandler {

        private final List<String> recipients = new ArrayList<>();

        Conversation(MessageContext context) {}

        @Override
        public void from(String sender) {}

        @Override
        public void recipient(String address) {
            recipients.add(address);
        }

        @Override
        public String data(InputStream text) throws IOException {
            var asked = manner;
            var until = held;
            var mail = Mail.read(text, recipients);
            if (asked != Manner.HANGS) {
                taken.add(mail);
            }
            read.add(mail);
            if (asked != Manner.TAKES) {
                await(until);
            }
            return null;
        }

        @Override
        public void done() {}

        private void await(CountDownLatch until) {
            try {
                until.await();
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
