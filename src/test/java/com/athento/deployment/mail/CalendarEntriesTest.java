package com.athento.deployment.mail;

import static com.athento.deployment.mail.MailFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.process.Variables;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What reaches the contact's calendar, read back by another library than the one that wrote it. */
class CalendarEntriesTest {

    private final MailFixture fixture = new MailFixture();

    @BeforeAll
    static void offline() {
        System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
    }

    @Test
    void asksTentatively() {
        var calendar = read(entry("consent-request", Recipients.CONTACT));
        var event = event(calendar);

        assertThat(method(calendar)).isEqualTo("REQUEST");
        assertThat(value(event, "STATUS")).isEqualTo("TENTATIVE");
        assertThat(value(event, "UID")).isEqualTo(MailFixture.KEY + "@athento.example");
        assertThat(value(event, "SEQUENCE")).isEqualTo("0");
        assertThat(value(event, "DTSTAMP")).isEqualTo("20270113T210000Z");
        assertThat(value(event, "ORGANIZER")).isEqualTo("mailto:proyecto@athento.example");
        assertThat(event.<Property>getProperties("ATTENDEE"))
                .extracting(Property::getValue)
                .containsExactly("mailto:ana@acme.example", "mailto:eva@acme.example");
        assertThat(start(event)).isEqualTo(START);
        assertThat(end(event)).isEqualTo(START.plus(Duration.ofMinutes(30)));
        assertThat(value(event, "SUMMARY"))
                .isEqualTo("Por confirmar: Athento, actualización a la versión 24.2.0, ACME-PRO");
        assertThat(value(event, "DESCRIPTION"))
                .contains("no es una respuesta", "https://status.example/acme", "30 minutos", "ACME")
                .doesNotContain("corrige la búsqueda");
    }

    /** The whole series: one UID, and each entry overrides the one before. */
    @Test
    void changesAndTakesBackTheSameEntry() {
        var moved = START.plus(Duration.ofDays(7));
        var series = new ArrayList<Calendar>();
        series.add(send("consent-request", Recipients.CONTACT));
        series.add(send("window-confirmed", Recipients.CONTACT));
        series.add(send("change-for-contact", Recipients.INFORMED_CONTACT));
        fixture.set(Variables.WINDOW_START, moved);
        series.add(send("consent-request", Recipients.CONTACT));
        series.add(send("ending-for-contact", Recipients.INFORMED_CONTACT));

        assertThat(series)
                .extracting(CalendarEntriesTest::method)
                .containsExactly("REQUEST", "REQUEST", "REQUEST", "REQUEST", "CANCEL");
        assertThat(series)
                .extracting(calendar -> value(event(calendar), "STATUS"))
                .containsExactly("TENTATIVE", "CONFIRMED", "TENTATIVE", "TENTATIVE", "CANCELLED");
        assertThat(value(event(series.get(2)), "SUMMARY")).startsWith("Cambia de fecha, nueva fecha pendiente: ");
        assertThat(value(event(series.get(2)), "DESCRIPTION"))
                .contains("ya no es válida", "viernes, 15 de enero de 2027, 22:00");
        assertThat(series)
                .extracting(calendar -> value(event(calendar), "SEQUENCE"))
                .containsExactly("0", "1", "2", "3", "4");
        assertThat(series)
                .extracting(calendar -> value(event(calendar), "UID"))
                .containsOnly(MailFixture.KEY + "@athento.example");
        assertThat(series)
                .extracting(calendar -> start(event(calendar)))
                .containsExactly(START, START, START, moved, moved);
        assertThat(series)
                .allSatisfy(calendar ->
                        assertThat(event(calendar).getProperties("ATTENDEE")).hasSize(2));
    }

    /** The client's contact and our colleagues have an entry each, and neither moves the other's. */
    @Test
    void colleaguesHaveASeriesOfTheirOwn() {
        var moved = START.plus(Duration.ofDays(7));
        fixture.set(Variables.START_UNTIL, START.plus(Duration.ofMinutes(30)));
        given(fixture.people.createUserQuery().memberOfGroup(anyString()).list())
                .willReturn(List.of());
        send("consent-request", Recipients.CONTACT);
        var series = new ArrayList<Calendar>();
        series.add(send("window-for-colleagues", Recipients.COLLEAGUES));
        send("window-confirmed", Recipients.CONTACT);
        series.add(send("change-for-colleagues", Recipients.INFORMED_COLLEAGUES));
        fixture.set(Variables.WINDOW_START, moved);
        series.add(send("window-for-colleagues", Recipients.COLLEAGUES));
        series.add(send("ending-for-colleagues", Recipients.INFORMED_COLLEAGUES));

        assertThat(series)
                .extracting(CalendarEntriesTest::method)
                .containsExactly("REQUEST", "REQUEST", "REQUEST", "CANCEL");
        assertThat(series)
                .extracting(calendar -> value(event(calendar), "STATUS"))
                .containsExactly("CONFIRMED", "TENTATIVE", "CONFIRMED", "CANCELLED");
        assertThat(series)
                .extracting(calendar -> value(event(calendar), "SEQUENCE"))
                .containsExactly("0", "1", "2", "3");
        assertThat(series)
                .extracting(calendar -> value(event(calendar), "UID"))
                .containsOnly(MailFixture.KEY + "-inside@athento.example");
        assertThat(series).extracting(calendar -> start(event(calendar))).containsExactly(START, START, moved, moved);
        assertThat(value(event(series.get(0)), "DESCRIPTION"))
                .contains(
                        "agreed with the client",
                        "Starts: between 22:00 and 22:30",
                        "/interventions/" + MailFixture.KEY)
                .doesNotContain("your instance", "status.example");
    }

    /** The plan may have moved meanwhile to a window that nobody was told of. */
    @Test
    void takesBackTheWindowThatTheReaderKnows() {
        send("consent-request", Recipients.CONTACT);
        fixture.set(Variables.WINDOW_START, START.plus(Duration.ofDays(7)));

        assertThat(start(event(send("ending-for-contact", Recipients.INFORMED_CONTACT))))
                .isEqualTo(START);
    }

    @ParameterizedTest
    @CsvSource({"change-for-contact", "ending-for-contact"})
    void takesBackNothingWhereNothingWasEntered(String mail) {
        fixture.told("closing", Recipients.PROJECT_TEAM, START, 30, "To: ana@acme.example");

        assertThat(entry(mail, Recipients.INFORMED_CONTACT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"user-notice,END_USERS", "result-for-contact,CONTACT", "closing,PROJECT_TEAM"})
    void othersCarryNone(String mail, Recipients recipients) {
        assertThat(entry(mail, recipients)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void speaksTheClientsLanguage(Language language) {
        fixture.locale = language.locale();

        var event = event(send("window-confirmed", Recipients.CONTACT));

        assertThat(value(event, "SUMMARY"))
                .isEqualTo(
                        language == Language.ES
                                ? "Athento: actualización a la versión 24.2.0, ACME-PRO"
                                : "Athento: upgrade to 24.2.0, ACME-PRO");
    }

    @Test
    void takesWordsAsWords() {
        fixture.set(Variables.TARGET_VERSION, "24.2\r\nMETHOD:CANCEL;,\"x\"");

        var rendered = rendered("consent-request", Recipients.CONTACT);

        assertThat(rendered.entryMethod()).hasValue("REQUEST");
        assertThat(value(event(read(rendered.entry())), "SUMMARY")).contains("METHOD:CANCEL;,\"x\"");
    }

    /** Whatever its program makes of the times, the reader finds the client's own. */
    @Test
    void saysTheLocalTimeInWords() {
        fixture.set(Variables.ZONE, "Africa/Casablanca");

        var event = event(send("consent-request", Recipients.CONTACT));

        assertThat(value(event, "DTSTART")).isEqualTo("20270115T210000Z");
        assertThat(value(event, "DESCRIPTION")).contains("(UTC+01:00, Africa/Casablanca)");
    }

    @Test
    void returnsEveryYearAsOutlookWantsIt() {
        assertThat(entry("consent-request", Recipients.CONTACT).orElseThrow())
                .contains(
                        "BEGIN:DAYLIGHT\r\nDTSTART:20260329T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\n")
                .contains(
                        "BEGIN:STANDARD\r\nDTSTART:20261025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\n");
    }

    // ---- one mail, and what its reader's calendar makes of it

    private Calendar send(String mail, Recipients recipients) {
        var calendar = read(entry(mail, recipients));
        fixture.told(
                mail, recipients, fixture.situation().windowStart(), 30, "To: ana@acme.example\nCc: eva@acme.example");
        return calendar;
    }

    private Optional<String> entry(String mail, Recipients recipients) {
        return rendered(mail, recipients).entry();
    }

    private Rendered rendered(String template, Recipients recipients) {
        var mailing = new Mailing(template, recipients);
        var situation = fixture.situation();
        var language = recipients.atClient() ? situation.clientsLanguage() : Language.EN;
        var envelopes = fixture.addressees().of(mailing, situation);
        return new Rendered("", "", "", Optional.empty(), Optional.empty())
                .with(new CalendarEntries(fixture.sources())
                        .of(
                                mailing,
                                situation,
                                fixture.facts(mailing, language),
                                new Words(language),
                                envelopes.isEmpty() ? Envelope.openly(List.of(), List.of()) : envelopes.get(0)));
    }

    private static Calendar read(Optional<String> entry) {
        try {
            var calendar = new CalendarBuilder().build(new StringReader(entry.orElseThrow()));
            assertThat(calendar.validate().getEntries()).as(entry.get()).isEmpty();
            return calendar;
        } catch (IOException | ParserException unreadable) {
            throw new AssertionError(entry.orElseThrow(), unreadable);
        }
    }

    private static VEvent event(Calendar calendar) {
        assertThat(calendar.getComponents("VEVENT")).hasSize(1);
        return calendar.<VEvent>getComponent("VEVENT").orElseThrow();
    }

    private static String method(Calendar calendar) {
        return calendar.getProperty("METHOD").orElseThrow().getValue();
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).orElseThrow().getValue();
    }

    private static Instant start(VEvent event) {
        return instant(event.getDateTimeStart().getDate());
    }

    private static Instant end(VEvent event) {
        return instant(event.getDateTimeEnd().getDate());
    }

    private static Instant instant(Object date) {
        Temporal moment = (Temporal) date;
        return moment instanceof ZonedDateTime zoned
                ? zoned.toInstant()
                : moment instanceof OffsetDateTime offset ? offset.toInstant() : Instant.from(moment);
    }
}
