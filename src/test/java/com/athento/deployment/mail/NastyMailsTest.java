package com.athento.deployment.mail;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.process.Variables;
import com.athento.deployment.register.Contact;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.attoparser.AbstractMarkupHandler;
import org.attoparser.MarkupParser;
import org.attoparser.config.ParseConfiguration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unbescape.html.HtmlEscape;

/** Whatever a setting, the register or somebody's words hold: what a reader's program reads. */
class NastyMailsTest {

    private static final List<String> WITH_ENTRY = List.of("consent-request", "window-confirmed");

    private static final Map<String, Recipients> MAILS = Map.of(
            "consent-request", Recipients.CONTACT,
            "window-confirmed", Recipients.CONTACT,
            "user-notice", Recipients.UNINFORMED_END_USERS,
            "result-for-users", Recipients.END_USERS);

    @BeforeAll
    static void offline() {
        System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
    }

    @ParameterizedTest
    @MethodSource("com.athento.deployment.intervention.NastyTexts#names")
    void namesAreReadAsTheyWereWritten(String name) throws Exception {
        for (var language : Language.values()) {
            for (var mail : MAILS.entrySet()) {
                var fixture = new MailFixture(name);
                fixture.contacts.add(new Contact(name, "otra@acme.example", Contact.Role.DEPUTY, Optional.empty()));

                var arrived = arrived(mail.getKey(), mail.getValue(), language, fixture);

                assertThat(name(arrived.message().getFrom()[0])).isEqualTo(name.strip());
                assertThat(name(arrived.message().getReplyTo()[0])).isEqualTo(name.strip());
                assertThat(arrived.text()).contains(name.strip());
                assertThat(arrived.visible()).contains(name.strip());
                assertThat(arrived.message().getSubject())
                        .isEqualTo(arrived.rendered().subject());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("com.athento.deployment.intervention.NastyTexts#names")
    void aCalendarNamesTheOrganizer(String name) throws Exception {
        for (var mail : WITH_ENTRY) {
            var arrived = arrived(mail, Recipients.CONTACT, Language.ES, new MailFixture(name));
            var entry = arrived.part(2);

            var event = Biweekly.parse(entry).first().getEvents().get(0);
            assertThat(event.getOrganizer().getCommonName()).isEqualTo(name.strip());
            assertThat(event.getOrganizer().getEmail()).isEqualTo("proyecto@athento.example");
            assertThat(event.getSummary().getValue()).contains(name.strip());
            assertThat(event.getAttendees()).hasSize(2);
            var other = new CalendarBuilder().build(new StringReader(entry));
            assertThat(other.validate().getEntries()).isEmpty();
            assertThat(other.getComponents("VEVENT")).hasSize(1);
            assertThat(entry.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        }
    }

    @ParameterizedTest
    @MethodSource("com.athento.deployment.intervention.NastyTexts#words")
    void wordsAreReadAsTheyWereWritten(String words) throws Exception {
        var fixture = new MailFixture("Athento").set(Variables.REASON, words);

        var arrived = arrived("consent-request", Recipients.CONTACT, Language.EN, fixture);

        assertThat(arrived.text()).contains(lines(words));
        assertThat(oneLine(arrived.visible())).contains(oneLine(words));
        assertThat(arrived.message().getHeader("Bcc")).isNull();
    }

    private static String lines(String words) {
        return words.strip().replace("\r\n", "\n");
    }

    private static String oneLine(String words) {
        return words.strip().replaceAll("\\s+", " ");
    }

    private static String name(jakarta.mail.Address address) {
        return ((InternetAddress) address).getPersonal();
    }

    /** Rendered, sent as bytes, and parsed again. */
    private static Arrived arrived(String template, Recipients recipients, Language language, MailFixture fixture)
            throws Exception {
        fixture.set(Variables.ACTUAL_START, MailFixture.START.plusSeconds(240)).set(Variables.DOWNTIME_SPENT, 37);
        fixture.variables.put("outcome", "DEPLOYED");
        var mailing = new Mailing(template, recipients);
        var situation = fixture.situation();
        var envelope = fixture.addressees().of(mailing, situation).get(0);
        var facts = fixture.facts(mailing, language);
        var rendered = fixture.render(template, recipients, language)
                .with(new CalendarEntries(fixture.sources())
                        .of(mailing, situation, facts, new Words(language), envelope));
        var session = Session.getInstance(new Properties());
        var bytes = new ByteArrayOutputStream();
        new Letter(
                        session,
                        new MailInHand(
                                new LoggedMail(
                                        "job",
                                        mailing,
                                        0,
                                        "<1@athento.example>",
                                        LoggedMail.State.SENDING,
                                        envelope,
                                        Set.of(),
                                        Map.of(),
                                        Claim.NONE,
                                        0),
                                rendered),
                        MailFixture.KEY,
                        fixture.mails.sender(),
                        fixture.mails.of(Team.PROJECT),
                        MailFixture.START)
                .writeTo(bytes);
        var raw = bytes.toString(StandardCharsets.UTF_8);
        assertThat(raw.split("\r\n"))
                .as("RFC 5322, 2.1.1")
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 998);
        assertThat(raw.split("\r\n\r\n")[0]).as("headers").isASCII().doesNotContain("spy@");
        return new Arrived(new MimeMessage(session, new ByteArrayInputStream(bytes.toByteArray())), rendered);
    }

    /** A mail as a reader's program has it. */
    private record Arrived(MimeMessage message, Rendered rendered) {

        String part(int number) throws Exception {
            var part = ((MimeMultipart) message.getContent()).getBodyPart(number);
            return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }

        String text() throws Exception {
            return part(0).replace("\r\n", "\n");
        }

        /** What stands between the tags. */
        String visible() throws Exception {
            var texts = new StringBuilder();
            new MarkupParser(ParseConfiguration.htmlConfiguration()).parse(part(1), new AbstractMarkupHandler() {
                @Override
                public void handleText(char[] buffer, int offset, int length, int line, int col) {
                    texts.append(buffer, offset, length);
                }

                @Override
                public void handleStandaloneElementEnd(
                        char[] buffer, int offset, int length, boolean minimized, int line, int col) {
                    texts.append('\n');
                }

                @Override
                public void handleOpenElementStart(char[] buffer, int offset, int length, int line, int col) {
                    assertThat(new String(buffer, offset, length)).isNotEqualToIgnoringCase("script");
                }
            });
            return HtmlEscape.unescapeHtml(texts.toString());
        }
    }
}
