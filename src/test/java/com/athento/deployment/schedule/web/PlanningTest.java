package com.athento.deployment.schedule.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.process.Lifecycle;
import com.athento.deployment.process.Lifecycle.Intervention;
import com.athento.deployment.process.PathsTest;
import com.athento.deployment.security.Visit;
import com.athento.deployment.security.Visit.Answer;
import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The planning as a page and as JSON. The happy path's window is at ten at night on 6 February 2027, in Madrid. */
class PlanningTest extends PathsTest {

    private static final String WEEK = "from=2027-02-01&until=2027-02-08";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Test
    void tellsAWindowByTheVendorsClocks() {
        var intervention = lifecycle.approved();

        var item = item(intervention, WEEK);

        assertThat(item)
                .containsEntry("environment", "PRO")
                .containsEntry("client", "ACME")
                .containsEntry("clientName", "Acme Seguros")
                .containsEntry("phase", "CONSENT")
                .containsEntry("outcome", null)
                .containsEntry("start", "2027-02-06T21:00:00Z")
                .containsEntry("end", "2027-02-06T21:45:00Z")
                .containsEntry("startLocal", "2027-02-06T22:00")
                .containsEntry("windowStartLocal", "2027-02-06T22:00")
                .containsEntry("zone", "Europe/Madrid")
                .containsEntry("downtimeMinutes", 45)
                .containsEntry("changeKind", "VERSION_UPGRADE")
                .containsEntry("targetVersion", "24.2.0")
                .containsEntry("waitsFor", List.of("PROJECT"))
                .containsEntry("atRisk", List.of("NO_CONSENT"));
        assertThat(item.get("title").toString()).endsWith(" 24.2.0");
        assertThat(item.get("says").toString())
                .contains("Acme Seguros · 22:00–22:45 · Consent", intervention.key(), "not agreed yet");
    }

    /** Half-open, and by the clocks that it tells. */
    @ParameterizedTest(name = "from {0} until {1}: {2}")
    @CsvSource({
        "2027-02-06, 2027-02-07, true",
        "2027-02-05, 2027-02-06, false",
        "2027-02-07, 2027-02-08, false",
        "2027-01-01, 2027-04-11, true",
    })
    void hasTheWindowsThatBeginInItsDays(String from, String until, boolean has) {
        var intervention = lifecycle.requested();

        assertThat(keys("from=" + from + "&until=" + until).contains(intervention.key()))
                .isEqualTo(has);
    }

    @Test
    void aChosenClientsClocksTellTheTime() {
        var intervention = lifecycle.requested(Map.of("instanceCode", "ANDES-UAT", "targetVersion", "9.10.1"));

        var mixed = item(intervention, WEEK);
        assertThat(mixed)
                .containsEntry("startLocal", "2027-02-07T04:00")
                .containsEntry("windowStartLocal", "2027-02-06T22:00");
        assertThat(mixed.get("says").toString()).contains("at the client's: Sat 6 Feb, 22:00–22:45 (America/Bogota)");
        var theirs = get("/api/planning?client=ANDES&" + WEEK).isFine().body();
        assertThat(JsonPath.<String>read(theirs, "$.zone")).isEqualTo("America/Bogota");
        assertThat(JsonPath.<List<String>>read(theirs, "$.windows[*].startLocal"))
                .containsExactly("2027-02-06T22:00");
        assertThat(theirs).doesNotContain("at the client");
        intervention.changes("project", "CANCEL", "Not needed").continues();
    }

    @Test
    void whatWasGivenUpIsNotPlannedAndWhatWasDoneIs() {
        var cancelled = lifecycle.agreed().changes("project", "CANCEL", "Not needed");
        cancelled.continues();
        var smaller = lifecycle.requested(Map.of("flagPossible", true));
        var deployed = lifecycle.supported().closes();

        assertThat(keys(WEEK)).contains(deployed.key()).doesNotContain(cancelled.key(), smaller.key());
        assertThat(item(deployed, WEEK))
                .containsEntry("phase", "ENDED")
                .containsEntry("outcome", "DEPLOYED")
                .containsEntry("waitsFor", List.of())
                .containsEntry("atRisk", List.of());
    }

    @Test
    void isNarrowedByClientEnvironmentAndTeam() {
        var intervention = lifecycle.requested();

        assertThat(keys("client=ACME&environment=PRO&team=PRODUCT&" + WEEK)).contains(intervention.key());
        assertThat(keys("team=PROJECT&" + WEEK)).contains(intervention.key());
        assertThat(keys("team=SYSTEMS&" + WEEK)).doesNotContain(intervention.key());
        assertThat(keys("client=ANDES&" + WEEK)).doesNotContain(intervention.key());
        assertThat(keys("environment=UAT&" + WEEK)).doesNotContain(intervention.key());
    }

    @Test
    void aTaskThatIsOverdueIsARisk() {
        var intervention = lifecycle.agreed().windowOpens();
        assertThat(item(intervention, WEEK)).containsEntry("atRisk", List.of());

        lifecycle.now(lifecycle.now().plus(Duration.ofMinutes(31)));

        assertThat(item(intervention, WEEK)).containsEntry("atRisk", List.of("OVERDUE_TASK"));
    }

    @Test
    void showsWhenAChosenClientWorksAndWhenWeMayWork() {
        calendar("""
                {"workingHours": {"MONDAY": "09:00-13:00"},
                 "closed": [{"from": "2027-02-03", "to": "2027-02-03", "name": "Stocktaking"}],
                 "maintenance": [{"rule": "FREQ=WEEKLY;BYDAY=SA", "from": "22:00", "to": "02:00"}]}""");
        try {
            var answer = get("/api/planning?client=NORTHWIND&" + WEEK).isFine().body();

            assertThat(JsonPath.<List<Map<String, String>>>read(answer, "$.freeDays"))
                    .containsExactly(Map.of("day", "2027-02-03", "name", "Stocktaking"));
            assertThat(JsonPath.<List<Map<String, String>>>read(answer, "$.worked"))
                    .containsExactly(Map.of(
                            "start", "2027-02-01T09:00:00Z",
                            "end", "2027-02-01T13:00:00Z",
                            "startLocal", "2027-02-01T09:00",
                            "endLocal", "2027-02-01T13:00"));
            assertThat(JsonPath.<List<String>>read(answer, "$.maintenance[*].startLocal"))
                    .containsExactly("2027-02-06T22:00");
            assertThat(get("/api/planning?" + WEEK).body())
                    .contains("\"freeDays\":[],\"worked\":[],\"maintenance\":[]");
            assertThat(browser("qa")
                            .get("/planning?view=week&day=2027-02-02&client=NORTHWIND")
                            .isFine()
                            .body())
                    .contains(
                            "Wednesday, 3 February 2027: Stocktaking",
                            "Sat 6 Feb, 22:00 – Sun 7 Feb, 02:00",
                            "working hours");
        } finally {
            calendar(null);
        }
    }

    @Test
    void aFreezeIsShownAndPutsAWindowAtRisk() {
        var intervention = lifecycle.agreed();
        assertThat(item(intervention, WEEK)).containsEntry("atRisk", List.of());
        try {
            freeze("Audit", "{\"environments\": [\"PRO\"]}");
            freeze("Stocktaking", "{\"clients\": [\"ANDES\"]}");

            assertThat(item(intervention, WEEK)).containsEntry("atRisk", List.of("FREEZE"));
            assertThat(freezes(WEEK)).containsExactly("Audit from 2027-02-06T20:00 until 2027-02-07T08:00");
            assertThat(freezes("environment=UAT&" + WEEK)).isEmpty();
            assertThat(freezes("client=ACME&environment=UAT&" + WEEK)).isEmpty();
            assertThat(freezes("client=ACME&" + WEEK))
                    .containsExactly("Audit from 2027-02-06T20:00 until 2027-02-07T08:00");
            // The one for everybody by our clock, its own one by the client's.
            assertThat(freezes("client=ANDES&" + WEEK))
                    .containsExactly(
                            "Audit from 2027-02-06T14:00 until 2027-02-07T02:00",
                            "Stocktaking from 2027-02-06T20:00 until 2027-02-07T08:00");
            assertThat(browser("qa").get("/planning?day=2027-02-02").isFine().body())
                    .contains("Sat 6 Feb, 20:00 – Sun 7 Feb, 08:00: Audit", "a freeze overlaps it");
        } finally {
            database.sql("delete from change_freeze").update();
        }
    }

    private void freeze(String name, String scope) {
        Visit.by("manager", port)
                .post("/api/freezes", """
                {"name": "%s", "reason": "Books are closed", "contact": "Marta", "scope": %s,
                 "from": "2027-02-06T20:00", "until": "2027-02-07T08:00"}""".formatted(name, scope))
                .isFine();
    }

    private List<String> freezes(String question) {
        return JsonPath.<List<Map<String, Object>>>read(
                        get("/api/planning?" + question).isFine().body(), "$.freezes")
                .stream()
                .map(one ->
                        "%s from %s until %s".formatted(one.get("name"), one.get("startLocal"), one.get("endLocal")))
                .toList();
    }

    private void calendar(String json) {
        database.sql("update client set calendar = ? where code = 'NORTHWIND'")
                .param(json)
                .update();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "from=tomorrow, 400, 'from: ''tomorrow'' is no day that can be planned; give one from 2000-01-01 to 9000-01-01, such as 2027-01-15'",
        "from=9999-12-31, 400, 'from: ''9999-12-31'' is no day that can be planned; give one from 2000-01-01 to 9000-01-01, such as 2027-01-15'",
        "from=2027-02-01&until=2027-02-01, 400, 'until: 2027-02-01 is too early or too late; give a day from 2027-02-02 to 2027-05-12, which is not shown any more'",
        "from=2027-02-01&until=2027-05-13, 400, 'until: 2027-05-13 is too early or too late; give a day from 2027-02-02 to 2027-05-12, which is not shown any more'",
        "client=NOBODY, 404, There is no client 'NOBODY'",
        "environment=pro, 400, 'environment: ''pro'' is not known; give one of QA, UAT, PRO, INTERNAL'",
        "team=systems, 400, 'team: ''systems'' is not known; give one of PRODUCT, PROJECT, SUPPORT, SYSTEMS, QA, MANAGERS'",
    })
    void saysWhatWouldBeRight(String question, int status, String sentence) {
        assertThat(get("/api/planning?" + question).isRefused(status).message()).isEqualTo(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"from=2027-02-01&until=2027-05-12", "", "from=2000-01-01", "until=&client=&environment=&team="})
    void takesWhatIsPossible(String question) {
        lifecycle.now(Lifecycle.MORNING);

        get("/api/planning?" + question).isFine();
    }

    @Test
    void thePageHasAllAsAList() {
        var intervention = lifecycle.approved();
        var browser = browser("support");

        var page = browser.get("/planning?day=2027-02-02").isFine().body();
        assertThat(page)
                .contains("February 2027", "Saturday, 6 February 2027", "22:00–22:45", "waits for Project")
                .contains(
                        "data-source=\"/api/planning?from=2027-02-01&amp;until=2027-03-01",
                        "data-request=\"/go/request\"");
        assertThat(wholeList(browser, "/planning?day=2027-02-02"))
                .contains("href=\"/interventions/" + intervention.key());
        assertThat(wholeList(browser, "/planning?view=list&day=2027-02-02&client=ACME"))
                .contains(intervention.key(), "All times by the clocks of Acme Seguros (Europe/Madrid)")
                .doesNotContain("fullcalendar", "data-source");
        assertThat(browser.get("/planning?view=week&day=2027-02-08").isFine().body())
                .contains("8 Feb 2027 – 14 Feb 2027")
                .doesNotContain(intervention.key());
    }

    /** Other tests leave more windows in these days than one part of the list shows. */
    private static String wholeList(Visit browser, String address) {
        var all = new StringBuilder();
        var more = true;
        for (int part = 0; more; part++) {
            var body = browser.get(address + "&page=" + part).isFine().body();
            all.append(body);
            more = body.contains("page=" + (part + 1) + "#list");
        }
        return all.toString();
    }

    @Test
    void thePageSpeaksSpanishAndOffersOnlyWhatItsReaderMay() {
        lifecycle.approved();
        var page = Visit.browser(port).with("Accept-Language", "es");
        page.logsIn("systems", "demo");

        assertThat(page.get("/planning?day=2027-02-02").isFine().body())
                .contains(
                        "febrero de 2027",
                        "sábado, 6 de febrero de 2027",
                        "sin conformidad todavía",
                        "espera a Proyecto")
                .doesNotContain("data-request", "/go/request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "view=year",
                "day=yesterday",
                "day=9999-12-31",
                "client=NOBODY",
                "environment=x",
                "team=x",
                "page=-1",
                "page=99999999999",
                "view=list&page=9999",
                "view=&day=&client=&environment=&team=&page="
            })
    void whatIsNoAnswerCountsAsNotAsked(String question) {
        browser("qa").get("/planning?" + question).isFine();
    }

    private Map<String, Object> item(Intervention intervention, String question) {
        return JsonPath.<List<Map<String, Object>>>read(
                        get("/api/planning?" + question).isFine().body(),
                        "$.windows[?(@.key == '%s')]".formatted(intervention.key()))
                .get(0);
    }

    private List<String> keys(String question) {
        return JsonPath.read(get("/api/planning?" + question).isFine().body(), "$.windows[*].key");
    }

    private Answer get(String path) {
        return Visit.by("qa", port).get(path);
    }

    private Visit browser(String account) {
        var browser = Visit.browser(port);
        browser.logsIn(account, "demo");
        return browser;
    }
}
