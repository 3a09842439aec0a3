package com.athento.deployment.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.process.jobs.JobTime;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;

/** Several mails over one connection, to servers that want it otherwise. */
class ConversationsTest {

    /** What the server does about the second mail of a connection. */
    private enum Second {
        TAKES,
        /** The connection is gone once the first one is taken. */
        IS_NOT_HEARD,
        /** It says that it closes the connection, and does (RFC 5321, 3.8). */
        MAIL_421,
        /** It has enough of this connection and closes nothing. */
        MAIL_452,
        MAIL_554,
        RCPT_421,
        /** Takes it and is gone before it says so. */
        TAKES_AND_DIES
    }

    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final Map<MessageContext, Integer> mails = Collections.synchronizedMap(new IdentityHashMap<>());
    private final JobTime time = mock(JobTime.class);
    private final WriteTimeouts timeouts = new WriteTimeouts();

    private volatile Second second = Second.TAKES;
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    private SMTPServer server;
    private MailServer ours;

    @BeforeEach
    void start() {
        given(time.isEnoughToBegin()).willReturn(true);
        given(time.isEnoughToFinish()).willReturn(true);
        server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .messageHandlerFactory(Reader::new)
                .build();
        server.start();
        var settings = new Properties();
        settings.setProperty("mail.smtp.timeout", "3000");
        settings.setProperty("mail.smtp.writetimeout", "3000");
        sender.setJavaMailProperties(settings);
        sender.setHost("127.0.0.1");
        sender.setPort(server.getPortAllocated());
        ours = new MailServer(
                sender,
                new MailProperties(
                        "deployments@athento.example",
                        Map.of(),
                        "Athento",
                        URI.create("https://deployments.athento.example"),
                        50,
                        Language.EN,
                        true,
                        true),
                timeouts);
    }

    @AfterEach
    void stop() {
        server.stop();
        timeouts.destroy();
    }

    @Test
    void allMailsOfAnAttemptShareAConnection() throws Exception {
        try (var conversations = ours.conversations(time)) {
            for (int mail = 1; mail <= 5; mail++) {
                assertThat(conversations
                                .send(letter(mail), List.of(address(mail)))
                                .accepted())
                        .containsExactly(address(mail));
            }
        }

        assertThat(taken).containsExactly(address(1), address(2), address(3), address(4), address(5));
        assertThat(mails.values()).containsExactly(5);
    }

    @Test
    void nothingIsSaidBeforeTheFirstMailAndAfterTheLast() throws Exception {
        ours.conversations(time).close();
        assertThat(mails).isEmpty();

        var conversations = ours.conversations(time);
        conversations.send(letter(1), List.of(address(1)));
        conversations.close();
        conversations.close();

        assertThat(mails).hasSize(1);
    }

    /** It may let one of ours in at a time. */
    @Test
    void aServerHasToListenToOneConnectionAtATime() throws Exception {
        try (var old = new ServerOfOldTimes(true)) {
            sender.setPort(old.port());
            try (var conversations = ours.conversations(time)) {
                for (int mail = 1; mail <= 2; mail++) {
                    var recipients = List.of(address(mail), "ñandú%d@acme.example".formatted(mail));
                    assertThat(conversations.send(letter(mail), recipients).accepted())
                            .containsExactlyElementsOf(recipients);
                }
                assertThat(conversations
                                .send(letter(3), List.of("ñu@acme.example"))
                                .accepted())
                        .containsExactly("ñu@acme.example");
            }

            assertThat(old.heard).filteredOn(line -> line.startsWith("MAIL")).hasSize(5);
            assertThat(old.heard).filteredOn(line -> line.startsWith("EHLO")).hasSize(4);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Second.class,
            names = {"IS_NOT_HEARD", "MAIL_421", "MAIL_452", "MAIL_554", "RCPT_421"})
    void aServerThatWantsOneMailAConnectionGetsOneEach(Second wanted) throws Exception {
        second = wanted;

        try (var conversations = ours.conversations(time)) {
            for (int mail = 1; mail <= 4; mail++) {
                var delivery = conversations.send(letter(mail), List.of(address(mail), other(mail)));
                assertThat(delivery.trouble()).isEmpty();
                assertThat(delivery.accepted()).containsExactly(address(mail), other(mail));
            }
        }

        assertThat(taken)
                .containsExactly(
                        address(1), other(1), address(2), other(2), address(3), other(3), address(4), other(4));
        assertThat(mails).hasSize(4);
    }

    /** Nobody knows whether it arrived: that is for the job's retry, with the same Message-ID. */
    @Test
    void aMailThatMayHaveBeenTakenIsNotSentAgain() throws Exception {
        second = Second.TAKES_AND_DIES;

        try (var conversations = ours.conversations(time)) {
            conversations.send(letter(1), List.of(address(1)));
            assertThat(conversations.send(letter(2), List.of(address(2))).trouble())
                    .isPresent();
            assertThat(taken).containsExactly(address(1), address(2));

            assertThat(conversations.send(letter(3), List.of(address(3))).accepted())
                    .containsExactly(address(3));
        }

        assertThat(taken).containsExactly(address(1), address(2), address(3));
        assertThat(mails).hasSize(2);
    }

    @Test
    void whereNoTimeIsLeftItWaitsInsteadOfANewConnection() throws Exception {
        second = Second.MAIL_421;

        try (var conversations = ours.conversations(time)) {
            conversations.send(letter(1), List.of(address(1)));
            given(time.isEnoughToBegin()).willReturn(false);
            var delivery = conversations.send(letter(2), List.of(address(2)));

            assertThat(delivery.postponed()).containsExactly(address(2));
            assertThat(delivery.trouble()).isEmpty();
        }

        assertThat(taken).containsExactly(address(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"451-not-now@acme.example", "550-nobody@acme.example", "421-gone@acme.example"})
    void whoIsNotTakenHoldsNoOtherMailBack(String bad) throws Exception {
        try (var conversations = ours.conversations(time)) {
            assertThat(conversations.send(letter(1), List.of(bad)).accepted()).isEmpty();
            assertThat(conversations.send(letter(2), List.of(address(2))).accepted())
                    .containsExactly(address(2));
            assertThat(conversations.send(letter(3), List.of(address(3))).accepted())
                    .containsExactly(address(3));
        }

        assertThat(taken).containsExactly(address(2), address(3));
    }

    @Test
    void aServerThatIsGoneIsInTrouble() throws Exception {
        try (var conversations = ours.conversations(time)) {
            conversations.send(letter(1), List.of(address(1)));
            server.stop();

            assertThat(conversations.send(letter(2), List.of(address(2))).trouble())
                    .isPresent();
            assertThat(conversations.send(letter(3), List.of(address(3))).trouble())
                    .isPresent();
        }

        assertThat(taken).containsExactly(address(1));
    }

    private SMTPMessage letter(int number) throws Exception {
        var letter = new SMTPMessage(ours.session());
        letter.setFrom("deployments@athento.example");
        letter.setHeader("Message-ID", "<%d@athento.example>".formatted(number));
        letter.setText("mail %d".formatted(number));
        return letter;
    }

    private static String address(int number) {
        return "user%d@acme.example".formatted(number);
    }

    private static String other(int number) {
        return "other%d@acme.example".formatted(number);
    }

    private final class Reader implements MessageHandler {

        private final MessageContext connection;
        private final boolean isFirst;
        private final List<String> recipients = new ArrayList<>();
        private boolean isTaken;

        Reader(MessageContext connection) {
            this.connection = connection;
            this.isFirst = mails.merge(connection, 1, Integer::sum) == 1;
        }

        private boolean does(Second what) {
            return !isFirst && second == what;
        }

        @Override
        public void from(String sender) throws RejectException {
            if (does(Second.MAIL_421)) {
                throw new DropConnectionException(421, "421 enough");
            }
            if (does(Second.MAIL_452)) {
                throw new RejectException(452, "452 enough");
            }
            if (does(Second.MAIL_554)) {
                throw new RejectException(554, "554 enough");
            }
        }

        @Override
        public void recipient(String address) throws RejectException {
            if (does(Second.RCPT_421) || address.startsWith("421")) {
                throw new DropConnectionException(421, "421 enough");
            }
            if (address.startsWith("4") || address.startsWith("5")) {
                throw new RejectException(Integer.parseInt(address.substring(0, 3)), "not " + address);
            }
            recipients.add(address);
        }

        @Override
        public String data(InputStream text) throws RejectException, IOException {
            assertThat(new String(text.readAllBytes(), StandardCharsets.UTF_8)).contains("Message-ID");
            isTaken = true;
            taken.addAll(recipients);
            if (does(Second.TAKES_AND_DIES)) {
                throw new DropConnectionException(421, "421 gone");
            }
            return null;
        }

        /** After it has said that it took the mail. */
        @Override
        public void done() {
            if (isTaken && second == Second.IS_NOT_HEARD) {
                try {
                    ((Session) connection).closeSocket();
                } catch (IOException gone) {
                    // as it shall be
                }
            }
        }
    }
}
