package com.athento.deployment.schedule.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Token;
import com.athento.deployment.post.ReadersLanguages;
import com.athento.deployment.process.Lifecycle.Intervention;
import com.athento.deployment.process.PathsTest;
import com.athento.deployment.security.Visit;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.CalendarComponent;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a calendar program reads at an account's secret address, by another library than the one that writes it. */
class FeedTest extends PathsTest {

    private static final Pattern ADDRESS = Pattern.compile("value=\"http[^\"]*(/planning/feed/[\\w-]{43}\\.ics)\"");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    ReadersLanguages languages;

    @Autowired
    IdentityService identity;

    @BeforeAll
    static void noNetwork() {
        System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
    }

    @AfterEach
    void forget() {
        database.sql("delete from planning_feed").update();
        database.sql("delete from account_language where account = 'qa'").update();
    }

    @Test
    void hasTheWindowThePointOfNoReturnAndTheSupport() throws Exception {
        var intervention = lifecycle.approved();
        var address = address("qa");

        var asked = events(address, intervention);
        assertThat(asked).hasSize(3).allSatisfy(event -> {
            assertThat(value(event, Property.STATUS)).isEqualTo("TENTATIVE");
            assertThat(value(event, Property.SEQUENCE)).isEqualTo("0");
            assertThat(value(event, Property.URL)).endsWith("/interventions/" + intervention.key());
            assertThat(event.getProperty(Property.ATTENDEE)).isEmpty();
        });
        assertThat(asked)
                .extracting(event -> value(event, Property.DTSTART))
                .containsExactly("20270206T220000", "20270206T224500", "20270206T224500");
        assertThat(asked)
                .extracting(event -> value(event, Property.DTEND))
                .containsExactly("20270206T224500", "20270206T230000", "20270207T224500");
        assertThat(value(asked.get(0), Property.SUMMARY))
                .startsWith("To be agreed: ACME-T")
                .endsWith(" 24.2.0, Acme Seguros");
        assertThat(value(asked.get(0), Property.DESCRIPTION))
                .contains("Consent", "Saturday, 6 February 2027, 22:00 (UTC+01:00, Europe/Madrid)");

        intervention.agrees();

        assertThat(events(address, intervention))
                .extracting(event -> value(event, Property.STATUS))
                .containsOnly("CONFIRMED");
    }

    @Test
    void whatIsMovedAndWhatIsCancelledFollows() throws Exception {
        var intervention = lifecycle.agreed();
        var address = address("qa");
        var planned = events(address, intervention);

        intervention
                .after(Duration.ofMinutes(1))
                .moves("project", "Audit", Map.of("windowStartLocal", "2027-02-13T22:00"))
                .continues();
        var moved = events(address, intervention);
        assertThat(moved).extracting(event -> value(event, Property.UID)).isEqualTo(uids(planned));
        assertThat(value(moved.get(0), Property.DTSTART)).isEqualTo("20270213T220000");
        assertThat(moved).extracting(event -> value(event, Property.SEQUENCE)).containsOnly("1");
        assertThat(value(moved.get(0), Property.LAST_MODIFIED))
                .isGreaterThan(value(planned.get(0), Property.LAST_MODIFIED));

        intervention.changes("project", "CANCEL", "Secret reason").continues();
        var cancelled = events(address, intervention);
        assertThat(cancelled).extracting(event -> value(event, Property.UID)).isEqualTo(uids(planned));
        assertThat(cancelled).extracting(event -> value(event, Property.STATUS)).containsOnly("CANCELLED");
        assertThat(cancelled)
                .extracting(event -> value(event, Property.SEQUENCE))
                .containsOnly("2");
        assertThat(value(cancelled.get(0), Property.SUMMARY)).startsWith("Does not take place: ");
        assertThat(get(address).body()).doesNotContain("Secret reason", "Monthly upgrade", "Ana Ruiz");
    }

    @Test
    void whatHappenedTakesThePlaceOfWhatWasPlanned() throws Exception {
        var intervention =
                lifecycle.windowOpened().after(Duration.ofMinutes(10)).starts();
        var started = events(address("qa"), intervention);

        assertThat(started)
                .extracting(event -> value(event, Property.DTSTART))
                .containsExactly("20270206T220000", "20270206T225500", "20270206T224500");

        intervention.deploys().passes();

        assertThat(value(events(address("qa"), intervention).get(2), Property.DTSTART))
                .isEqualTo("20270206T223000");
    }

    @Test
    void isValidAndSaysWhenItHasNotChanged() throws Exception {
        lifecycle.agreed();
        var address = address("qa");
        var answer = get(address);

        var calendar = new CalendarBuilder().build(new StringReader(answer.body()));
        assertThat(calendar.validate().getEntries()).isEmpty();
        assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/calendar");
        assertThat(answer.response().headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.response().headers().allValues("Set-Cookie")).isEmpty();
        var etag = answer.response().headers().firstValue("ETag").orElseThrow();
        assertThat(Visit.nobody(port).with("If-None-Match", etag).get(address).status())
                .isEqualTo(304);

        lifecycle.agreed();

        assertThat(Visit.nobody(port).with("If-None-Match", etag).get(address).status())
                .isEqualTo(200);
    }

    @Test
    void speaksTheLanguageOfItsAccount() throws Exception {
        var intervention = lifecycle.approved();
        languages.choose("qa", Language.ES);

        var asked = events(address("qa"), intervention);

        assertThat(value(asked.get(0), Property.SUMMARY)).startsWith("Por acordar: ACME-T");
        assertThat(value(asked.get(1), Property.SUMMARY)).contains("Punto de no retorno: ");
        assertThat(value(asked.get(2), Property.SUMMARY)).contains("Acompañamiento a usuarios: ");
    }

    @Test
    void aNewAddressEndsTheOneBefore() {
        lifecycle.agreed();
        var first = address("qa");
        var others = address("support");
        var second = address("qa");

        assertThat(second).isNotEqualTo(first);
        Visit.nobody(port).get(first).isRefused(404);
        get(second).isFine();
        get(others).isFine();
        assertThat(database.sql("select digest from planning_feed")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .noneMatch(second::contains);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "half", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%00", "..%2F"})
    void aStrangerReadsNothing(String invented) {
        var half = address("qa").replace("/planning/feed/", "").substring(0, 21);

        assertThat(Visit.nobody(port)
                        .get("/planning/feed/" + invented.replace("half", half) + ".ics")
                        .status())
                .isIn(400, 404);
    }

    @Test
    void whoHasLeftReadsNothing() {
        var leaver = identity.newUser("leaver");
        identity.saveUser(leaver);
        identity.createMembership("leaver", "qa");
        var token = Token.random();
        database.sql("insert into planning_feed (account, digest, made_at) values ('leaver', ?, current_timestamp)")
                .param(token.digest())
                .update();
        var address = "/planning/feed/" + token.text() + ".ics";
        get(address).isFine();

        identity.deleteMembership("leaver", "qa");
        Visit.nobody(port).get(address).isRefused(404);
        identity.createMembership("leaver", "qa");
        get(address).isFine();

        identity.deleteUser("leaver");
        Visit.nobody(port).get(address).isRefused(404);
    }

    /** From an address of its own, so that nobody else is kept out. */
    @Test
    void whoTriesTooOftenWaits() {
        var attempts = Stream.generate(() -> statusFrom(77))
                .limit(10L * FeedDoor.PER_MINUTE)
                .takeWhile(status -> status.contains(" 404 "))
                .count();
        assertThat(attempts).isBetween((long) FeedDoor.PER_MINUTE, 9L * FeedDoor.PER_MINUTE);
        assertThat(statusFrom(78)).contains(" 404 ");
    }

    private String statusFrom(int reader) {
        try (var socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) reader}), 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.getOutputStream()
                    .write("GET /planning/feed/x.ics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Makes a new one, as its owner does on the page. */
    private String address(String account) {
        var browser = Visit.browser(port);
        browser.logsIn(account, "demo");
        var page = browser.form("/planning/feed", Map.of("_csrf", browser.cookie("XSRF-OWN")))
                .isFine();
        var address = ADDRESS.matcher(page.body());
        assertThat(address.find()).as(page.body()).isTrue();
        return address.group(1);
    }

    private Visit.Answer get(String address) {
        return Visit.nobody(port).get(address).isFine();
    }

    /** Window, point of no return and support. */
    private List<CalendarComponent> events(String address, Intervention intervention) throws Exception {
        return new CalendarBuilder()
                .build(new StringReader(get(address).body())).getComponents(Component.VEVENT).stream()
                        .map(CalendarComponent.class::cast)
                        .filter(event -> value(event, Property.URL).endsWith(intervention.key()))
                        .toList();
    }

    private static List<String> uids(List<CalendarComponent> events) {
        return events.stream().map(event -> value(event, Property.UID)).toList();
    }

    private static String value(CalendarComponent event, String property) {
        return event.<Property>getProperty(property).orElseThrow().getValue();
    }
}
