package com.athento.deployment.demo;

import java.io.InputStream;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A real mail server of the demo's own, on a free port of this machine only. It keeps every mail for the inbox and
 * delivers none.
 */
@Component
@Profile("demo")
class DemoMailServer implements InitializingBean, DisposableBean {

    private final JavaMailSenderImpl sender;
    private final Letters letters;
    private final SMTPServer server;

    DemoMailServer(JavaMailSenderImpl sender, Letters letters) {
        this.sender = sender;
        this.letters = letters;
        this.server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .messageHandlerFactory(Delivery::new)
                .build();
    }

    /** A port that the settings name is somebody else's server. */
    @Override
    public void afterPropertiesSet() {
        server.start();
        if (sender.getPort() == JavaMailSenderImpl.DEFAULT_PORT) {
            sender.setPort(server.getPortAllocated());
        }
    }

    @Override
    public void destroy() {
        server.stop();
    }

    /** One conversation: who it comes from and for whom it is, then the mail. */
    private final class Delivery implements MessageHandler {

        private final List<String> recipients = new ArrayList<>();
        private String sender = "";

        Delivery(MessageContext conversation) {}

        @Override
        public void from(String address) {
            sender = address;
        }

        @Override
        public void recipient(String address) {
            recipients.add(address);
        }

        @Override
        public String data(InputStream message) throws java.io.IOException {
            letters.keep(sender, recipients, message.readAllBytes());
            return null;
        }

        @Override
        public void done() {}
    }
}
