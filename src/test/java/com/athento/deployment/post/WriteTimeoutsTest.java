package com.athento.deployment.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.process.jobs.JobTime;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A server that takes a mail's first lines and reads no more. */
class WriteTimeoutsTest {

    private final WriteTimeouts timeouts = new WriteTimeouts();
    private final JobTime time = mock(JobTime.class);

    @AfterEach
    void over() {
        timeouts.destroy();
    }

    @Test
    void oneThreadBreaksOffWhatIsNotRead() throws Exception {
        var before = threads();
        try (var server = new ServerThatReadsNoMore()) {
            var sending = Stream.generate(() -> CompletableFuture.supplyAsync(() -> send(server)))
                    .limit(2)
                    .toList();
            await().atMost(Duration.ofSeconds(10)).until(() -> server.callers.size() == 2);

            assertThat(threads())
                    .filteredOn(thread -> !before.contains(thread))
                    .as("the library's own are called pool-1-thread-1, and so on")
                    .filteredOn(thread -> thread.getName().matches("pool-.*|mail-.*"))
                    .singleElement()
                    .satisfies(thread -> assertThat(thread.isDaemon()).isTrue())
                    .satisfies(thread -> assertThat(thread.getName()).isEqualTo("mail-write-timeouts"));
            assertThat(sending)
                    .as("the library says the latter where whoever writes is back before the clock's thread")
                    .allSatisfy(one -> assertThat(one.join().trouble())
                            .hasValueSatisfying(
                                    trouble -> assertThat(trouble).containsAnyOf("Write timed out", "Socket closed")));
        }
    }

    @Test
    void isGoneWithTheApplicationAndWithItWhatIsBeingWritten() throws Exception {
        var before = threads();
        try (var server = new ServerThatReadsNoMore()) {
            assertThat(send(server).trouble()).isPresent();
            var ours = threads().stream()
                    .filter(thread -> !before.contains(thread))
                    .filter(thread -> thread.getName().equals("mail-write-timeouts"))
                    .toList();
            assertThat(ours).hasSize(1);

            timeouts.destroy();

            await().atMost(Duration.ofSeconds(5)).until(() -> !ours.get(0).isAlive());
            assertThat(send(server).trouble()).isPresent();
            assertThat(server.callers.get(1)).isEmpty();
        }
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream().collect(Collectors.toSet());
    }

    private Delivery send(ServerThatReadsNoMore server) {
        given(time.isEnoughToBegin()).willReturn(true);
        given(time.isEnoughToFinish()).willReturn(true);
        var sender = new JavaMailSenderImpl();
        var settings = new Properties();
        settings.setProperty("mail.smtp.timeout", "3000");
        settings.setProperty("mail.smtp.writetimeout", "1000");
        sender.setJavaMailProperties(settings);
        sender.setHost("127.0.0.1");
        sender.setPort(server.door.getLocalPort());
        var mails = new MailProperties(
                "deployments@athento.example",
                Map.of(),
                "Athento",
                URI.create("https://deployments.athento.example"),
                50,
                Language.EN,
                false,
                true);
        var ours = new MailServer(sender, mails, timeouts);
        try {
            var letter = new SMTPMessage(ours.session());
            letter.setFrom("deployments@athento.example");
            letter.setHeader("Message-ID", "<1@athento.example>");
            letter.setText("more than the machine keeps for it\n".repeat(1_000_000));
            return ours.send(letter, List.of("ana@acme.example"), time);
        } catch (jakarta.mail.MessagingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private static final class ServerThatReadsNoMore implements AutoCloseable {

        /** What each of its callers said. */
        final List<List<String>> callers = new CopyOnWriteArrayList<>();

        /** A socket that nobody holds any more is closed with the next collection of garbage. */
        private final List<Socket> open = new CopyOnWriteArrayList<>();

        private final ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());

        ServerThatReadsNoMore() throws IOException {
            begin(this::welcome);
        }

        private static void begin(Runnable work) {
            var thread = new Thread(work, "server that reads no more");
            thread.setDaemon(true);
            thread.start();
        }

        private void welcome() {
            while (!door.isClosed()) {
                try {
                    var caller = door.accept();
                    open.add(caller);
                    var heard = new CopyOnWriteArrayList<String>();
                    callers.add(heard);
                    begin(() -> talk(caller, heard));
                } catch (IOException over) {
                    // The test is.
                }
            }
        }

        private void talk(Socket caller, List<String> heard) {
            try {
                var lines =
                        new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
                answer(caller, "220 here");
                for (var line = lines.readLine(); line != null && !line.equals("DATA"); line = lines.readLine()) {
                    heard.add(line);
                    answer(caller, "250 fine");
                }
                answer(caller, "354 go on");
            } catch (IOException gone) {
                // The caller has.
            }
        }

        private static void answer(Socket caller, String reply) throws IOException {
            caller.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public void close() throws IOException {
            door.close();
            for (var caller : open) {
                caller.close();
            }
        }
    }
}
