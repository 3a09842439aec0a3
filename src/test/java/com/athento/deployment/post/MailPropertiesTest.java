package com.athento.deployment.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.MailAddress;
import com.athento.deployment.intervention.Team;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings that refuse nonsense. */
public class MailPropertiesTest {

    @ParameterizedTest
    @ValueSource(strings = {"Athento", "a b@example.com", "deployments@", "a@x.com, b@x.com"})
    void aSenderIsOneAddress(String from) {
        assertThatThrownBy(() -> with(from, Map.of(), "https://deployments.example"))
                .hasMessage(
                        "deployment.mail.from: '%s' is no mail address; give one such as 'Athento <deployments@example.com>'"
                                .formatted(from));
    }

    @Test
    void aTeamHasAnAddressOrNone() {
        assertThatThrownBy(() -> with("a@x.com", Map.of(Team.QA, "nobody"), "https://d.example"))
                .hasMessageStartingWith("deployment.mail.teams.qa: 'nobody' is no mail address");

        var mails = with("Vendor <a@x.com>", Map.of(Team.QA, "qa@x.com"), "https://d.example");
        assertThat(mails.of(Team.QA).getAddress()).isEqualTo("qa@x.com");
        assertThat(mails.of(Team.PROJECT)).isEqualTo(mails.sender());
        assertThat(mails.sender().getPersonal()).isEqualTo("Vendor");
    }

    @Test
    void addressesAreOnesThatEveryServerTakes() {
        assertThatThrownBy(() -> with("ñandú@x.com", Map.of(), "https://d.example"))
                .hasMessageStartingWith("deployment.mail.from: 'ñandú@x.com' is no mail address");

        var mails = with("Škoda <a@škoda.example>", Map.of(), "https://d.example");
        var sender = mails.sender();
        assertThat(mails.domain()).isEqualTo("xn--koda-f6a.example");
        assertThat(sender.getAddress()).isEqualTo("a@xn--koda-f6a.example");
        assertThat(sender.getPersonal()).isEqualTo("Škoda");
    }

    @Test
    void lettersBeyondAsciiAreTakenWhereTheMailServerTakesThem() {
        assertThat(mails(true).recipient("ñandú@škoda.example"))
                .contains(new MailAddress("ñandú@xn--koda-f6a.example"));
        assertThat(mails(false).recipient("ñandú@škoda.example")).isEmpty();
        assertThatThrownBy(() -> mails(false).recipient().read("email", "ana"))
                .hasMessageContaining("in plain ASCII before the @");
        assertThatThrownBy(() -> mails(true).recipient().read("email", "ana")).hasMessageNotContaining("ASCII");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deployments.example",
                "https://d.example/",
                "mailto:a@x.com",
                "ftp://d.example",
                "https://d.example/a?b=c",
                "https://d.example#c",
                "https://me:secret@d.example",
                "https://d.example/\u00f1",
                "https://d.example/\u202Ea"
            })
    void linksBeginWithAnAddressOfTheWeb(String url) {
        assertThatThrownBy(() -> with("a@x.com", Map.of(), url))
                .hasMessageStartingWith(
                        "deployment.mail.base-url: '%s' is no address that a mail can link to".formatted(url));
    }

    private static MailProperties with(String from, Map<Team, String> teams, String baseUrl) {
        return new MailProperties(from, teams, "Athento", URI.create(baseUrl), 50, Language.EN, false, false);
    }

    /** @param smtpUtf8 whether the mail server takes letters beyond ASCII before the @ */
    public static MailProperties mails(boolean smtpUtf8) {
        return new MailProperties(
                "a@x.com", Map.of(), "Athento", URI.create("https://d.example"), 50, Language.EN, smtpUtf8, false);
    }
}
