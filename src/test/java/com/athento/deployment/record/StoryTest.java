package com.athento.deployment.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryTest {

    private static final Instant SENT = Instant.parse("2027-02-06T21:00:00Z");

    @Test
    void saysTheLanguageOfAMailThatWentOutInSeveral() {
        var english = mail("window-for-colleagues", "en", SENT);
        var spanish = mail("window-for-colleagues", "es", SENT);
        var again = mail("window-for-colleagues", "es", SENT.plusSeconds(60));
        var clients = mail("window-confirmed", "es", SENT);
        var story = new Story(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(english, spanish, again, clients),
                List.of());

        assertThat(story.mails().stream().filter(story::inSeveralLanguages)).containsExactly(english, spanish);
    }

    private static Mail mail(String template, String locale, Instant createdAt) {
        return new Mail(
                1,
                1,
                "tell",
                template,
                template.endsWith("colleagues") ? "COLLEAGUES" : "CONTACT",
                "To: sam@athento.example",
                null,
                Mail.State.SENT,
                "Subject",
                locale,
                "<1@athento.example>",
                createdAt,
                createdAt,
                false,
                false);
    }
}
