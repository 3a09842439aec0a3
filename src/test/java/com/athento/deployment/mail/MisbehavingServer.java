package com.athento.deployment.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;

/** A mail server that does what real ones do on bad days. Its port stays the same while it is down. */
class MisbehavingServer implements AutoCloseable {

    /** What it does when a mail's text arrives. */
    enum Mood {
        FINE,
        /** Takes the text and never answers. */
        HANGS,
        /** Closes the connection in the middle of the conversation, with 421. */
        DROPS,
        /** Takes the mail and is gone before it says so. */
        TAKES_AND_DIES,
        /** Refuses whatever it is (554). */
        REJECTS
    }

    /** What arrived: the envelope as the SMTP conversation named it, and the text. */
    record Arrived(List<String> recipients, String raw) {

        String header(String name) {
            // A folded header goes on in lines that begin with a blank.
            return raw.split("\r?\n\r?\n", 2)[0]
                    .replaceAll("\r?\n[ \t]", " ")
                    .lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse(null);
        }
    }

    final List<Arrived> arrived = new CopyOnWriteArrayList<>();

    /** Reply codes for addresses that it does not like. */
    final Map<String, Integer> dislikes = new ConcurrentHashMap<>();

    volatile Mood mood = Mood.FINE;

    /** How long it thinks about each recipient, in milliseconds. */
    volatile int pause;

    /** How many mails it takes over one connection; then it is gone. */
    volatile int mailsEach = Integer.MAX_VALUE;

    /** The mails of each connection. */
    final Map<MessageContext, Integer> connections = Collections.synchronizedMap(new IdentityHashMap<>());

    private final int port;
    private SMTPServer server;
    private ServerSocket busy;

    MisbehavingServer() {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        up();
    }

    int port() {
        return port;
    }

    /** The port may be busy for a moment after an unfriendly conversation. */
    void up() {
        down();
        for (int attempt = 1; server == null; attempt++) {
            try {
                var fresh = smtp();
                fresh.start();
                server = fresh;
            } catch (RuntimeException busyPort) {
                if (attempt == 50) {
                    throw busyPort;
                }
                sleep(100);
            }
        }
    }

    private SMTPServer smtp() {
        return new SMTPServer.Builder()
                .bindAddress(InetAddress.getLoopbackAddress())
                .port(port)
                .messageHandlerFactory(Conversation::new)
                .build();
    }

    void down() {
        if (server != null) {
            server.stop();
            server = null;
        }
        if (busy != null) {
            try {
                busy.close();
            } catch (IOException ignored) {
                // it is gone either way
            }
            busy = null;
        }
    }

    /** Greets everybody with a line, for instance 421, or with silence if there is none. */
    void greets(String line) throws IOException {
        down();
        var socket = new ServerSocket(port, 5, InetAddress.getLoopbackAddress());
        busy = socket;
        var thread = new Thread(() -> {
            try {
                while (true) {
                    try (var caller = socket.accept()) {
                        if (line != null) {
                            caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
                        }
                        // Whoever hangs up first blocks the port for a while.
                        caller.getInputStream().readAllBytes();
                    }
                }
            } catch (IOException closed) {
                // the test is over
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        down();
    }

    private final class Conversation implements MessageHandler {

        private final MessageContext connection;
        private final List<String> recipients = new ArrayList<>();

        Conversation(MessageContext connection) {
            this.connection = connection;
            connections.merge(connection, 1, Integer::sum);
        }

        @Override
        public void from(String sender) {}

        @Override
        public void recipient(String address) throws RejectException {
            sleep(pause);
            var code = dislikes.get(address);
            if (code != null) {
                throw new RejectException(code, code + " not " + address);
            }
            recipients.add(address);
        }

        @Override
        public String data(InputStream text) throws RejectException, IOException {
            var raw = new String(text.readAllBytes(), StandardCharsets.UTF_8);
            switch (mood) {
                case HANGS -> sleep(3000);
                case DROPS -> throw new DropConnectionException(421, "going down");
                case REJECTS -> throw new RejectException(554, "no thanks");
                case TAKES_AND_DIES -> {
                    arrived.add(new Arrived(recipients, raw));
                    throw new DropConnectionException(421, "gone");
                }
                case FINE -> arrived.add(new Arrived(recipients, raw));
            }
            return null;
        }

        /** After it has said what becomes of the mail. */
        @Override
        public void done() {
            if (connections.get(connection) >= mailsEach) {
                try {
                    ((Session) connection).closeSocket();
                } catch (IOException ignored) {
                    // it is gone either way
                }
            }
        }
    }

    private static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
