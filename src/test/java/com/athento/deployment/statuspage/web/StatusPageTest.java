package com.athento.deployment.statuspage.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Token;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.Lifecycle.Intervention;
import com.athento.deployment.process.PathsTest;
import com.athento.deployment.register.Register;
import com.athento.deployment.security.Visit;
import com.athento.deployment.security.Visit.Answer;
import com.jayway.jsonpath.JsonPath;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.io.WireFeedInput;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.CalendarComponent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What whoever has the address of a status page reads there. */
class StatusPageTest extends PathsTest {

    private static final String[] FORMS = {"", "/status.json", "/atom.xml", "/calendar.ics"};

    @LocalServerPort
    int port;

    @Autowired
    Register register;

    @Autowired
    JdbcClient database;

    @BeforeAll
    static void noNetwork() {
        System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
    }

    @Test
    void thePageFollowsTheProcess() {
        var intervention = lifecycle.agreed();
        assertThat(card(intervention))
                .contains("Actualización de Athento", "24.1.0", "24.2.0", "prevista")
                .contains("datetime=\"2027-02-06T21:00:00Z\"")
                .contains("sábado, 6 de febrero de 2027, 22:00 (UTC+01:00, Europe/Madrid)")
                .contains("21:00 UTC", "45 minutos como máximo");

        intervention.windowOpens().starts();
        assertThat(card(intervention).replaceAll("(?s)<details>.*?</details>", ""))
                .contains("card now", "en curso")
                .doesNotContain("como máximo");

        intervention.deploys();
        assertThat(card(intervention)).contains("card now", "en pruebas");

        intervention.passes();
        assertThat(card(intervention)).contains("terminada", "La ventana está acordada", "Novedades (4)");
        assertThat(page(acme() + "?lang=en").body()).contains("lang=\"en\"", "completed");
    }

    @Test
    void aSecondOutagePromisesNothingAndItsEndSaysWhatAllOfItTook() {
        var intervention = lifecycle
                .inSupport()
                .reports("Secret title", "BLOCKER")
                .after(Duration.ofHours(2))
                .completes("support", Elements.RESOLVE_INCIDENT, Map.of("incidentResolution", "ROLL_BACK"));
        assertThat(card(intervention))
                .contains("COMPLETED", "terminada", "En total estuvo 20 minutos sin servicio")
                .contains("Tiempo sin servicio: 20 minutos");

        intervention.completes("manager", Elements.CONFIRM_ROLLBACK, Map.of("rollbackConfirmed", true));
        assertThat(card(intervention).replaceAll("(?s)<details>.*?</details>", ""))
                .contains("card now INTERRUPTED", "fuera de servicio")
                .doesNotContain("como máximo", "Tiempo sin servicio", "Secret");
        assertThat(json(intervention)).containsEntry("state", "INTERRUPTED").containsEntry("downtimeSpent", null);

        intervention.rollsBack().continues();
        assertThat(card(intervention)).contains("ROLLED_BACK", "revertida", "En total estuvo 30 minutos sin servicio");
        assertThat(json(intervention)).containsEntry("downtimeSpent", 30);
    }

    @Test
    void nothingInternalIsShown() {
        var intervention = lifecycle.agreed().changes("project", "CANCEL", "Secret reason");
        intervention.continues();

        for (var form : FORMS) {
            assertThat(unfolded(page(acme() + form).isFine().body()))
                    .contains(intervention.key())
                    .doesNotContain("Secret reason", "Monthly upgrade", "Ana Ruiz", "MEDIUM");
        }
    }

    @Test
    void oneClientSeesNothingOfAnother() {
        var intervention = lifecycle.agreed();
        var andes = "/status/" + register.statusKey("ANDES");

        for (var form : FORMS) {
            assertThat(page(andes + form).isFine().body())
                    .doesNotContain(intervention.key())
                    .doesNotContain("ACME", "Acme");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "short", "ACME"})
    void anInventedAddressIsAKindPage(String key) {
        var answer = Visit.browser(port).with("Accept-Language", "es").get("/status/" + key);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("no hay ninguna página", "proyecto@athento.example");
        assertThat(Visit.nobody(port).get("/status/" + key + "/status.json").isRefused(404))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/status.json", "/atom.xml", "/calendar.ics"})
    void unchangedIsNotSentAgain(String form) {
        var intervention = lifecycle.agreed();
        var first = page(acme() + form).isFine().response().headers();
        var etag = first.firstValue("ETag").orElseThrow();
        assertThat(first.allValues("Cache-Control")).containsExactly("no-cache");
        assertThat(first.firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(first.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(first.allValues("Set-Cookie")).isEmpty();

        var again = visit().with("If-None-Match", etag).get(acme() + form);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();

        intervention.windowOpens().starts();
        assertThat(visit().with("If-None-Match", etag).get(acme() + form).status())
                .isEqualTo(200);
    }

    @Test
    void machinesReadTheSameAsJson() {
        var intervention = lifecycle.deployed();

        var json = page(acme() + "/status.json").isFine();

        assertThat(json.response().headers().firstValue("Content-Type")).contains("application/json");
        assertThat(JsonPath.<String>read(json.body(), "$.client")).isEqualTo("Acme Seguros");
        Map<String, Object> first = JsonPath.read(json.body(), "$.interventions[0]");
        assertThat(first)
                .containsEntry("key", intervention.key())
                .containsEntry("state", "VERIFYING")
                .containsEntry("start", "2027-02-06T21:00:00Z")
                .containsEntry("downtimeMinutes", 45);
        assertThat(JsonPath.<List<String>>read(json.body(), "$.interventions[0].updates[*].state"))
                .containsExactly("PLANNED", "IN_PROGRESS", "VERIFYING");
    }

    @Test
    void anEntryOfTheFeedKeepsItsIdWhileItIsUpdated() throws Exception {
        var intervention = lifecycle.agreed();
        var planned = feed().getEntries().get(0);
        intervention.windowOpens().starts();

        var feed = feed();

        var started = feed.getEntries().get(0);
        assertThat(started.getId()).isEqualTo(planned.getId()).startsWith("urn:uuid:");
        assertThat(started.getUpdated()).isAfter(planned.getUpdated());
        assertThat(started.getPublished()).isEqualTo(planned.getPublished());
        assertThat(started.getTitle()).contains("en curso");
        // RFC 4287, 4.1.1: what a feed must have.
        assertThat(feed.getId()).startsWith("urn:uuid:");
        assertThat(feed.getUpdated()).isEqualTo(started.getUpdated());
        assertThat(feed.getAuthors()).hasSize(1);
        assertThat(feed.getOtherLinks()).anyMatch(link -> link.getHref().endsWith(acme() + "/atom.xml"));
        assertThat(feed.getEntries().stream()
                        .map(entry -> entry.getId())
                        .distinct()
                        .count())
                .isEqualTo(feed.getEntries().size());
    }

    private Feed feed() throws Exception {
        var xml = page(acme() + "/atom.xml").isFine();
        assertThat(xml.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/atom+xml");
        assertThat(xml.body()).contains("<feed xmlns=\"http://www.w3.org/2005/Atom\"");
        return (Feed) new WireFeedInput().build(new StringReader(xml.body()));
    }

    @Test
    void anotherLibraryReadsTheCalendar() throws Exception {
        var intervention = lifecycle.agreed();
        var planned = event(intervention);
        assertThat(value(planned, Property.STATUS)).isEqualTo("CONFIRMED");
        assertThat(value(planned, Property.SEQUENCE)).isEqualTo("0");
        assertThat(value(planned, Property.DTSTART)).isEqualTo("20270206T220000");
        assertThat(value(planned, Property.DTEND)).isEqualTo("20270206T224500");
        assertThat(planned.getProperty(Property.ATTENDEE)).isEmpty();

        intervention
                .after(Duration.ofMinutes(1))
                .changes("project", "CANCEL", "No")
                .continues();

        var cancelled = event(intervention);
        assertThat(value(cancelled, Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(value(cancelled, Property.SEQUENCE)).isEqualTo("1");
        assertThat(value(cancelled, Property.UID)).isEqualTo(value(planned, Property.UID));
    }

    @Test
    void aMoveIsOneEntryEverywhere() throws Exception {
        var intervention = lifecycle.agreed();
        var planned = event(intervention);
        var id = entry(intervention).getId();
        intervention
                .after(Duration.ofMinutes(1))
                .changes("project", "RESCHEDULE", "Audit")
                .continues();

        assertThat(card(intervention))
                .contains("cambia de fecha, nueva fecha pendiente")
                .contains("<s><time datetime=\"2027-02-06T21:00:00Z\"")
                .doesNotContain("cancelada");
        assertThat(json(intervention))
                .containsEntry("state", "MOVED")
                .containsEntry("start", null)
                .containsEntry("movedFrom", "2027-02-06T21:00:00Z");
        var moved = event(intervention);
        assertThat(value(moved, Property.STATUS)).isEqualTo("TENTATIVE");
        assertThat(value(moved, Property.SEQUENCE)).isEqualTo("1");
        assertThat(value(moved, Property.SUMMARY)).endsWith("nueva fecha pendiente");
        assertThat(value(moved, Property.LAST_MODIFIED)).isGreaterThan(value(planned, Property.LAST_MODIFIED));

        intervention
                .completes(
                        "support",
                        Elements.REVISE_REQUEST,
                        Map.of("requesterDecision", "AMEND", "windowStartLocal", "2027-02-13T22:00"))
                .continues()
                .agrees();

        assertThat(card(intervention))
                .contains("prevista, nueva fecha", "datetime=\"2027-02-13T21:00:00Z\"")
                .contains("<s><time datetime=\"2027-02-06T21:00:00Z\"");
        assertThat(json(intervention))
                .containsEntry("state", "PLANNED")
                .containsEntry("start", "2027-02-13T21:00:00Z")
                .containsEntry("movedFrom", "2027-02-06T21:00:00Z");
        var again = event(intervention);
        assertThat(value(again, Property.UID)).isEqualTo(value(planned, Property.UID));
        assertThat(value(again, Property.STATUS)).isEqualTo("CONFIRMED");
        assertThat(value(again, Property.SEQUENCE)).isEqualTo("2");
        assertThat(value(again, Property.DESCRIPTION)).contains("6 de febrero", "13 de febrero");
        assertThat(entry(intervention).getId()).isEqualTo(id);
        assertThat(entry(intervention).getContents().get(0).getValue())
                .contains("Cambia de fecha: del s&aacute;bado, 6 de febrero");
    }

    @Test
    void theLanguageThatWasAskedForIsKept() throws Exception {
        var intervention = lifecycle.agreed();

        var english = page(acme() + "/atom.xml?lang=en").isFine().body();
        assertThat(english).contains("xml:lang=\"en\"", "/atom.xml?lang=en\"", "?lang=en#" + intervention.key());
        var usual = page(acme() + "/atom.xml").isFine().body();
        assertThat(usual).contains("xml:lang=\"es\"", "/atom.xml\"").doesNotContain("lang=es\"#");
        assertThat(page(acme() + "?lang=en").body()).contains("href=\"webcal://localhost:", "/calendar.ics?lang=en\"");
        // Unfolded.
        assertThat(page(acme() + "/calendar.ics?lang=en").body().replace("\r\n ", ""))
                .contains(acme() + "?lang=en\r\n")
                .contains("REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n", "X-PUBLISHED-TTL:PT1H\r\n");
    }

    @Test
    void whereNothingHasHappenedTheFeedsAreValidAll() throws Exception {
        database.sql(
                        "insert into client (code, name, locale, zone, status_key) values ('EMPTY', 'Empty', 'en', 'Europe/Madrid', ?)")
                .param(Token.random().text())
                .update();
        try {
            var path = "/status/" + register.statusKey("EMPTY");

            var feed = (Feed) new WireFeedInput()
                    .build(new StringReader(page(path + "/atom.xml").isFine().body()));
            assertThat(feed.getEntries()).isEmpty();
            assertThat(feed.getUpdated())
                    .isBetween(
                            Date.from(Instant.now().minus(Duration.ofHours(1))),
                            Date.from(Instant.now().plus(Duration.ofHours(1))));
            var calendar = new CalendarBuilder()
                    .build(new StringReader(
                            page(path + "/calendar.ics").isFine().body()));
            assertThat(calendar.validate().getEntries()).isEmpty();
            assertThat(calendar.getComponents(Component.VTIMEZONE)).hasSize(1);
        } finally {
            database.sql("delete from client where code = 'EMPTY'").update();
        }
    }

    /** Only what is over is ever cut. */
    @Test
    void whatIsToComeIsThereHoweverOldAndHoweverMuchFollowed() throws Exception {
        var intervention = lifecycle.agreed();
        var moved = lifecycle.agreed().changes("project", "RESCHEDULE", "Audit").continues();
        var running = lifecycle.started();
        var over = lifecycle.agreed().changes("project", "CANCEL", "No").continues();
        assertThat(page(acme() + "/status.json").body()).contains(over.key());
        for (int i = 0; i < 60; i++) {
            var key = "INT-2027-9%03d-X".formatted(i);
            note(key, "PLANNED");
            if (i >= 5) {
                note(key, "COMPLETED");
            }
        }
        try {
            for (var form : FORMS) {
                assertThat(unfolded(page(acme() + form).isFine().body()))
                        .contains(intervention.key(), moved.key(), running.key())
                        .contains("INT-2027-9000-X", "INT-2027-9004-X", "INT-2027-9010-X")
                        .doesNotContain("INT-2027-9009-X", over.key());
            }
        } finally {
            database.sql("delete from status_update where intervention_key like 'INT-2027-9%-X'")
                    .update();
        }
    }

    /** Of two updates at the same instant the older one may be committed last. */
    @Test
    void anUpdateThatIsCommittedLateIsNotTakenForKnown() {
        var intervention = lifecycle.agreed();
        var first = newest();
        note(intervention.key(), "PLANNED");
        var etag = page(acme()).isFine().response().headers().firstValue("ETag").orElseThrow();

        database.sql("delete from status_update where id = ?").param(first).update();

        assertThat(visit().with("If-None-Match", etag).get(acme()).status()).isEqualTo(200);
    }

    /** Calendars have their long lines folded. */
    private static String unfolded(String body) {
        return body.replace("\r\n ", "");
    }

    private long newest() {
        return database.sql("select max(id) from status_update")
                .query(Long.class)
                .single();
    }

    private void note(String key, String state) {
        database.sql("""
                        insert into status_update (intervention_key, client_code, instance_code, state, change_kind,
                            from_version, target_version, window_start, downtime_minutes, in_app, notice_at, happened_at)
                        select ?, client_code, instance_code, ?, change_kind, from_version, target_version,
                            window_start, downtime_minutes, in_app, notice_at, happened_at
                        from status_update where id = (select min(id) from status_update where client_code = 'ACME')""").params(key, state).update();
    }

    private Entry entry(Intervention intervention) throws Exception {
        return feed().getEntries().stream()
                .filter(entry -> entry.getAlternateLinks().get(0).getHref().endsWith("#" + intervention.key()))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Object> json(Intervention intervention) {
        return JsonPath.<List<Map<String, Object>>>read(
                        page(acme() + "/status.json").isFine().body(),
                        "$.interventions[?(@.key == '%s')]".formatted(intervention.key()))
                .get(0);
    }

    private Component event(Intervention intervention) throws Exception {
        var text = page(acme() + "/calendar.ics").isFine();
        assertThat(text.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/calendar");
        var calendar = new CalendarBuilder().build(new StringReader(text.body()));
        assertThat(calendar.validate().getEntries()).isEmpty();
        assertThat(calendar.<Property>getProperty(Property.METHOD).orElseThrow().getValue())
                .isEqualTo("PUBLISH");
        return calendar.<CalendarComponent>getComponents(Component.VEVENT).stream()
                .filter(event -> value(event, Property.UID)
                        .equals(UUID.nameUUIDFromBytes(("status " + intervention.key()).getBytes(UTF_8))
                                .toString()))
                .findFirst()
                .orElseThrow();
    }

    private static String value(Component event, String property) {
        return event.<Property>getProperty(property).orElseThrow().getValue();
    }

    private String acme() {
        return "/status/" + register.statusKey("ACME");
    }

    private Visit visit() {
        return Visit.browser(port);
    }

    private Answer page(String path) {
        return visit().get(path);
    }

    /** What the page shows of one intervention. */
    private String card(Intervention intervention) {
        var page = page(acme()).isFine().body();
        int at = page.indexOf("<article id=\"" + intervention.key() + "\"");
        assertThat(at).as(page).isPositive();
        return page.substring(at, page.indexOf("</article>", at));
    }
}
