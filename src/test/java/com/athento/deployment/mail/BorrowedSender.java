package com.athento.deployment.mail;

import java.util.Properties;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The application's own mail sender, talking to a server of the test's, and not for long. */
class BorrowedSender implements AutoCloseable {

    private final JavaMailSenderImpl sender;
    private final String host;
    private final int port;
    private final Properties settings;

    BorrowedSender(JavaMailSenderImpl sender, MisbehavingServer server) {
        this.sender = sender;
        this.host = sender.getHost();
        this.port = sender.getPort();
        this.settings = sender.getJavaMailProperties();
        var impatient = new Properties();
        impatient.putAll(settings);
        impatient.setProperty("mail.smtp.timeout", "700");
        impatient.setProperty("mail.smtp.connectiontimeout", "700");
        sender.setJavaMailProperties(impatient);
        sender.setHost("127.0.0.1");
        sender.setPort(server.port());
    }

    @Override
    public void close() {
        sender.setJavaMailProperties(settings);
        sender.setHost(host);
        sender.setPort(port);
    }
}
