package com.athento.deployment.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.process.jobs.JobTime;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.server.SMTPServer;

/** What is said in clear and what is not, with the application's own settings. */
class MailServerTest {

    private static final char[] SECRET = "for this test only".toCharArray();

    @TempDir
    static Path folder;

    private static KeyStore ours;
    private static KeyStore elsewhere;

    private static final List<String> BOTH = List.of("ñandú@acme.example", "ana@acme.example");

    private final List<String> arrived = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void certificates() throws Exception {
        ours = certificate("ours", "ip:127.0.0.1");
        elsewhere = certificate("elsewhere", "dns:mail.example.com");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void usesTlsWhereverItIsOffered(boolean allowPlain) throws Exception {
        var delivery = sendTo(server(ours), "smtp", allowPlain, ours);

        assertThat(delivery.trouble()).isEmpty();
        assertThat(delivery.accepted()).containsExactly("ana@acme.example");
        assertThat(arrived).hasSize(1);
    }

    @Test
    void saysNothingInClearToAServerWithoutTls() throws Exception {
        var delivery = sendTo(server(null), "smtp", false, ours);

        assertThat(delivery.trouble())
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("deployment.mail.allow-plain"));
        assertThat(arrived).isEmpty();
    }

    @Test
    void goesOnInClearWhereASettingSaysSo() throws Exception {
        var delivery = sendTo(server(null), "smtp", true, ours);

        assertThat(delivery.accepted()).containsExactly("ana@acme.example");
        assertThat(arrived).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void trustsNoCertificateThatNobodyVouchesFor(boolean allowPlain) throws Exception {
        var delivery = sendTo(server(elsewhere), "smtp", allowPlain, ours);

        assertThat(delivery.trouble()).isPresent();
        assertThat(arrived).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void trustsNoCertificateOfAnotherHost(boolean allowPlain) throws Exception {
        var delivery = sendTo(server(elsewhere), "smtp", allowPlain, elsewhere);

        assertThat(delivery.trouble()).isPresent();
        assertThat(arrived).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"smtp", "smtps"})
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void waitsForNoServerForEver(String protocol) throws Exception {
        assertThat(settings())
                .containsKeys(
                        "mail.%s.connectiontimeout".formatted(protocol),
                        "mail.%s.timeout".formatted(protocol),
                        "mail.%s.writetimeout".formatted(protocol));
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var delivery = send(silent.getLocalPort(), protocol, true, ours);

            assertThat(delivery.trouble()).isPresent();
        }
    }

    @Test
    void lettersBeyondAsciiGoByThemselvesWhereTheyAreTaken() throws Exception {
        var time = mock(JobTime.class);
        given(time.isEnoughToBegin()).willReturn(true);
        given(time.isEnoughToFinish()).willReturn(true);
        var server = server(null);
        server.start();
        try {
            var delivery = send(server.getPortAllocated(), "smtp", true, ours, BOTH, time);

            assertThat(delivery.accepted()).containsExactlyInAnyOrderElementsOf(BOTH);
            assertThat(delivery.trouble()).isEmpty();
        } finally {
            server.stop();
        }
        assertThat(asked).containsExactly("ana@acme.example", "ñandú@acme.example");
        assertThat(arrived).hasSize(2);
    }

    /** It may have offered it when the address was entered. */
    @Test
    void lettersBeyondAsciiAreRefusedAloneWhereNoServerTakesThem() throws Exception {
        var time = mock(JobTime.class);
        given(time.isEnoughToBegin()).willReturn(true);
        given(time.isEnoughToFinish()).willReturn(true);
        try (var server = new ServerOfOldTimes()) {
            var delivery = send(server.port(), "smtp", true, ours, BOTH, time);

            assertThat(delivery.accepted()).containsExactly("ana@acme.example");
            assertThat(delivery.refused())
                    .containsExactly(Map.entry(
                            "ñandú@acme.example",
                            "has letters beyond ASCII before the @, and the mail server does not offer SMTPUTF8"));
            assertThat(delivery.trouble()).isEmpty();
            assertThat(server.heard)
                    .contains("RCPT TO:<ana@acme.example>")
                    .noneMatch(line -> line.contains("and@") || line.contains("SMTPUTF8"))
                    .filteredOn(line -> line.startsWith("RCPT"))
                    .hasSize(1);
        }
    }

    @Test
    void lettersBeyondAsciiWaitWhereNoTimeIsLeft() throws Exception {
        var time = mock(JobTime.class);
        given(time.isEnoughToBegin()).willReturn(false);
        given(time.isEnoughToFinish()).willReturn(true);
        var server = server(null);
        server.start();
        try {
            var delivery = send(server.getPortAllocated(), "smtp", true, ours, BOTH, time);

            assertThat(delivery.accepted()).containsExactly("ana@acme.example");
            assertThat(delivery.postponed()).containsExactly("ñandú@acme.example");
        } finally {
            server.stop();
        }
    }

    private Delivery sendTo(SMTPServer server, String protocol, boolean allowPlain, KeyStore trust) throws Exception {
        server.start();
        try {
            return send(server.getPortAllocated(), protocol, allowPlain, trust);
        } finally {
            server.stop();
        }
    }

    private static Delivery send(int port, String protocol, boolean allowPlain, KeyStore trust) throws Exception {
        var time = mock(JobTime.class);
        given(time.isEnoughToBegin()).willReturn(true);
        given(time.isEnoughToFinish()).willReturn(true);
        return send(port, protocol, allowPlain, trust, List.of("ana@acme.example"), time);
    }

    private static Delivery send(
            int port, String protocol, boolean allowPlain, KeyStore trust, List<String> recipients, JobTime time)
            throws Exception {
        var sender = new JavaMailSenderImpl();
        var settings = settings();
        settings.replaceAll((name, value) -> name.toString().endsWith("timeout") ? "1500" : value);
        settings.put(
                "mail.%s.ssl.socketFactory".formatted(protocol),
                tls(null, trust).getSocketFactory());
        sender.setJavaMailProperties(settings);
        sender.setProtocol(protocol);
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        var mails = new MailProperties(
                "deployments@athento.example",
                Map.of(),
                "Athento",
                URI.create("https://deployments.athento.example"),
                50,
                Language.EN,
                false,
                allowPlain);
        var server = new MailServer(sender, mails, new WriteTimeouts());
        var letter = new SMTPMessage(server.session());
        letter.setFrom(mails.sender());
        letter.setHeader("Message-ID", "<1@athento.example>");
        letter.setText("the link with which a client agrees");
        return server.send(letter, recipients, time);
    }

    /** The application's own. */
    private static Properties settings() throws IOException {
        var file = (EnumerablePropertySource<?>) new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yaml"))
                .get(0);
        var prefix = "spring.mail.properties.";
        var settings = new Properties();
        for (var name : file.getPropertyNames()) {
            if (name.startsWith(prefix)) {
                settings.setProperty(name.substring(prefix.length()), String.valueOf(file.getProperty(name)));
            }
        }
        return settings;
    }

    /** Without a certificate it offers no TLS; with one it takes nothing in clear. */
    private SMTPServer server(KeyStore certificate) throws Exception {
        var builder =
                SMTPServer.port(0).bindAddress(InetAddress.getLoopbackAddress()).messageHandlerFactory(Taken::new);
        if (certificate == null) {
            return builder.build();
        }
        var tls = tls(certificate, certificate);
        return builder.enableTLS()
                .requireTLS()
                .startTlsSocketFactory((Socket socket) -> {
                    var address = (java.net.InetSocketAddress) socket.getRemoteSocketAddress();
                    var secure = (SSLSocket) tls.getSocketFactory()
                            .createSocket(socket, address.getHostString(), socket.getPort(), true);
                    secure.setUseClientMode(false);
                    return secure;
                })
                .build();
    }

    private static SSLContext tls(KeyStore own, KeyStore trusted) throws Exception {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, own == null ? null : SECRET);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    /** Signed by itself, for a host of this name, made with the JDK's own tool. */
    private static KeyStore certificate(String name, String host) throws Exception {
        var file = folder.resolve(name + ".p12");
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=" + host,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(SECRET))
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
        var both = KeyStore.getInstance("PKCS12");
        try (var stored = Files.newInputStream(file)) {
            both.load(stored, SECRET);
        }
        // As a trust store it has to list the certificate by itself.
        both.setCertificateEntry(name + "-itself", both.getCertificate(name));
        return both;
    }

    private final class Taken implements MessageHandler {

        Taken(MessageContext context) {}

        @Override
        public void from(String sender) {}

        @Override
        public void recipient(String recipient) {
            asked.add(recipient);
        }

        @Override
        public String data(InputStream text) throws IOException {
            arrived.add(new String(text.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            return null;
        }

        @Override
        public void done() {}
    }
}
