package com.athento.deployment.post;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.util.StreamProvider;
import java.util.ServiceLoader;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What naming it relies on: the library believes the name, and would find the same one by itself. */
class NamedProviderTest {

    private static final String NAME = StreamProvider.class.getName();

    @Test
    void isTheOneThatIsThere() {
        new MailServer(new JavaMailSenderImpl(), null, null);

        assertThat(System.getProperty(NAME)).isEqualTo(MailStreamProvider.class.getName());
        assertThat(ServiceLoader.load(StreamProvider.class)).hasExactlyElementsOfTypes(MailStreamProvider.class);
    }

    @Test
    void isAskedForByName() {
        var before = System.getProperty(NAME);
        System.setProperty(NAME, Another.class.getName());
        try {
            assertThat(StreamProvider.provider()).isInstanceOf(Another.class);
        } finally {
            if (before == null) {
                System.clearProperty(NAME);
            } else {
                System.setProperty(NAME, before);
            }
        }
    }

    /** Not the library's. */
    public static final class Another extends MailStreamProvider {}
}
