package com.athento.deployment.register.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.ApplicationTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skyscreamer.jsonassert.JSONAssert;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register over HTTP: everybody reads, admins write. */
@ApplicationTest
class RegisterDoorsTest {

    @Autowired
    TestRestTemplate http;

    @Autowired
    IdentityService identity;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient database;

    @Test
    void listsInstances() throws Exception {
        put(
                "/api/instances/DOOR-1",
                "{'client': 'ACME', 'environment': 'INTERNAL', 'line': 'ECM', 'version': '24.10'}");

        var instances = get("qa", "/api/instances").getBody();

        var found = StreamSupport.stream(instances.spliterator(), false)
                .filter(instance -> "DOOR-1".equals(instance.get("code").asText()))
                .findFirst()
                .orElseThrow();
        JSONAssert.assertEquals("""
                {"code": "DOOR-1", "client": "ACME", "environment": "INTERNAL", "line": "ECM",
                 "version": "24.10", "lastUpdate": null, "url": null, "noticeHours": 48,
                 "supportHours": 24, "rollbackMinutes": 15}""", found.toString(), true);
    }

    @Test
    void movesAVersionAndLeavesTheRest() {
        put(
                "/api/instances/DOOR-2",
                "{'client': 'ACME', 'environment': 'QA', 'line': 'SE', 'version': '1.0', 'lastUpdate': '2026-01-01', 'noticeHours': 72}");

        var moved = put("/api/instances/DOOR-2", "{'version': '1.1', 'lastUpdate': null}")
                .getBody();

        assertThat(moved.get("version").asText()).isEqualTo("1.1");
        assertThat(moved.get("lastUpdate").isNull()).isTrue();
        assertThat(moved.get("noticeHours").asInt()).isEqualTo(72);
    }

    @Test
    void keepsAClientWithItsContacts() throws Exception {
        var client =
                "{'code': 'DOORS', 'name': 'Doors Ltd', 'locale': 'en', 'zone': 'Europe/London', 'statusPage': null,"
                        + " 'emergencyConsent': {'document': 'CON-1', 'validUntil': '2027-06-30'}, 'calendar': null,"
                        + " 'contacts': [{'name': 'Grace', 'email': 'grace@doors.example', 'role': 'CONTACT', 'phone': '+44 20 7946 0000'},"
                        + " {'name': 'Tom', 'email': 'tom@doors.example', 'role': 'DEPUTY', 'phone': null}]}";
        put("/api/clients/DOORS", client);
        put("/api/clients/DOORS", "{'name': 'Doors & Sons'}");

        JSONAssert.assertEquals(
                client.replace("Doors Ltd", "Doors & Sons").replaceFirst("}$", ", 'source': 'API', 'warnings': []}"),
                get("support", "/api/clients/DOORS").getBody().toString(),
                true);
    }

    @Test
    void keepsACalendarUntilItIsCleared() throws Exception {
        var calendar =
                "{'workingHours': {'MONDAY': '08:00-14:00, 16:00-19:00', 'SATURDAY': '09:00-13:00'}, 'holidays': 'ES-MD',"
                        + " 'closed': [{'from': '2026-12-24', 'to': '2027-01-06', 'name': 'Navidad'}],"
                        + " 'maintenance': [{'rule': 'FREQ=MONTHLY;BYDAY=3SA', 'since': '2026-12-01', 'from': '22:00', 'to': '02:00'}]}";
        put("/api/clients/HOURS", "{'name': 'Hours', 'locale': 'en', 'zone': 'UTC', 'calendar': " + calendar + "}");
        put("/api/clients/HOURS", "{'name': 'More hours'}");

        var kept = get("support", "/api/clients/HOURS").getBody().get("calendar");
        JSONAssert.assertEquals(calendar, kept.toString(), true);
        put("/api/clients/HOURS", "{'calendar': null}");
        assertThat(get("support", "/api/clients/HOURS")
                        .getBody()
                        .get("calendar")
                        .isNull())
                .isTrue();
        var again = put("/api/clients/HOURS", "{'calendar': " + kept + "}");
        JSONAssert.assertEquals(calendar, again.getBody().get("calendar").toString(), true);
    }

    @Test
    void saysThatAClientHasNoContact() {
        var answer = put("/api/clients/SILENT", "{'name': 'Silent', 'locale': 'en', 'zone': 'UTC'}");

        assertThat(answer.getBody().get("warnings").get(0).asText())
                .isEqualTo("SILENT has no contact, so nobody can be asked for consent; add one with role CONTACT");
    }

    @ParameterizedTest(name = "{0}, then {1} {2}: ruled by {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            RULED-1 | /api/clients/RULED-1 | {'name': 'Doors'} | FILE
            RULED-2 | /api/clients/RULED-2 | {'name': 'Windows'} | API
            RULED-3 | /api/clients/RULED-3 | {'contacts': [{'name': 'Grace', 'email': 'grace@doors.example', 'role': 'CONTACT'}]} | API
            RULED-4 | /api/clients/RULED-4 | {'source': 'API'} | API
            RULED-5 | /api/instances/RULED-5-PRO | {'version': '1.1', 'lastUpdate': '2026-01-02'} | FILE
            RULED-6 | /api/instances/RULED-6-PRO | {'version': '1.1', 'noticeHours': 72} | API
            RULED-7 | /api/instances/RULED-7-PRO | {'noticeHours': 48} | FILE
            """)
    void whatAnAdminChangesIsNoLongerTheFiles(String client, String address, String change, String ruler) {
        put("/api/clients/" + client, "{'name': 'Doors', 'locale': 'en', 'zone': 'UTC', 'source': 'FILE'}");
        put(
                "/api/instances/%s-PRO".formatted(client),
                "{'client': '%s', 'environment': 'PRO', 'line': 'SE', 'version': '1.0'}".formatted(client));

        assertThat(put(address, change).getStatusCode().value()).isEqualTo(200);

        var read = get("qa", "/api/clients/" + client).getBody();
        assertThat(read.get("source").asText()).isEqualTo(ruler);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            /api/instances/ACME-PRO | {'version': 'v2'} | 400 | version: 'v2' is not a version; give numbers joined by dots, such as 24.2.0
            /api/instances/ACME-PRO | {'version': 24.10} | 400 | version: '24.1' is not a text; give it in quotes
            /api/instances/ACME-PRO | {'version': true} | 400 | version: 'true' is not a text; give it in quotes
            /api/instances/ACME-PRO | {'lastUpdate': 2026} | 400 | lastUpdate: '2026' is not a text; give it in quotes
            /api/instances/ACME-PRO | {'noticeHours': '1.000'} | 400 | noticeHours: '1.000' is out of range; give a whole number from 1 to 720
            /api/clients/ACME | {'name': 4711} | 400 | name: '4711' is not a text; give it in quotes
            /api/clients/ACME | {'source': 'NOBODY'} | 400 | source: 'NOBODY' is not known; give one of FILE, API
            /api/clients/ACME | {'contacts': [{'name': false, 'email': 'ana@acme.example', 'role': 'CONTACT'}]} | 400 | name: 'false' is not a text; give it in quotes
            /api/instances/ACME-PRO | {'version': null} | 400 | version: missing; give one
            /api/instances/ACME-PRO | {'rollbackMinutes': 15.5} | 400 | rollbackMinutes: '15.5' is out of range; give a whole number from 1 to 59
            /api/instances/ACME-PRO | {'rollbackMinutes': true} | 400 | rollbackMinutes: 'true' is out of range; give a whole number from 1 to 59
            /api/instances/ACME-PRO | {'lastUpdate': '5.10.2026'} | 400 | lastUpdate: '5.10.2026' is not a date; give one such as 2026-10-05
            /api/instances/ACME-PRO | {'lastUpdate': '9999-12-31'} | 400 | lastUpdate: '9999-12-31' is in the future; give the day of the last update, <TODAY> at the latest
            /api/instances/ACME-PRO | {'noticeHours': '４８'} | 400 | noticeHours: '４８' is out of range; give a whole number from 1 to 720
            /api/instances/ACME-PRO | {'last-update': '2026-10-05'} | 400 | last-update: not known here; possible are bannerOrigin, client, code, environment, lastUpdate, line, noticeHours, rollbackMinutes, supportHours, url, version
            /api/instances/ACME-PRO | {'client': 'ANDES'} | 400 | client: 'ANDES' is another client; the instance stays with ACME
            /api/instances/ACME-PRO | {'code': 'ACME-QA'} | 400 | code: 'ACME-QA' is not ACME-PRO, as the address says; leave it out
            /api/instances/ACME-PRO | [] | 400 | there must be names and values here, such as code: ACME
            /api/instances/NOPE | {'version': '24.1'} | 404 | There is no instance 'NOPE'; to create it give client, environment, line and version
            /api/instances/NOPE | {'client': 'NOBODY', 'environment': 'QA', 'line': 'SE', 'version': '1'} | 400 | client: 'NOBODY' is not registered; give the code of a client
            /api/instances/nope | {'client': 'ACME', 'environment': 'QA', 'line': 'SE', 'version': '1'} | 400 | code: 'nope' is not a code; give 1 to 20 upper case letters, digits and dashes
            /api/clients/ACME | {'zone': 'CET+1'} | 400 | zone: 'CET+1' is not a time zone; give one such as Europe/Madrid
            /api/clients/ACME | {'contacts': [{'name': 'Ana', 'email': 'ana@acme.example', 'role': 'CONTACT', 'phone': '600 111 222'}]} | 400 | phone: '600 111 222' is not a telephone number; give + and 5 to 15 digits, the country's code first, such as +34 600 111 222
            /api/clients/ACME | {'calendar': {'workingHours': {'MONDAY': '18:00-08:00'}}} | 400 | MONDAY: '18:00-08:00' has 18:00-08:00, which ends before it begins; a range ends on the same day, such as 08:00-18:00, and what passes midnight is one until 24:00 and one from 00:00 on (calendar of ACME)
            /api/clients/ACME | {'calendar': {'maintenance': [{'rule': 'FREQ=HOURLY', 'from': 22, 'to': '02:00'}]}} | 400 | rule: 'FREQ=HOURLY' returns more often than once a day; give FREQ=DAILY, WEEKLY, MONTHLY or YEARLY, without BYHOUR, BYMINUTE and BYSECOND (calendar of ACME); from: '22' is not a text; give it in quotes (calendar of ACME)
            /api/clients/ACME | {'calendar': {'working-hours': {}, 'closed': {}}} | 400 | closed: there must be a list here (calendar of ACME); working-hours: not known here; possible are closed, holidays, maintenance, workingHours (calendar of ACME)
            /api/clients/ACME | {'calendar': 'always'} | 400 | there must be names and values here, such as code: ACME (calendar of ACME)
            /api/clients/ACME | {'contacts': [{'name': 'Ana', 'email': 'ana', 'role': 'CONTACT'}]} | 400 | email: 'ana' is not a mail address; give one such as ana@acme.example, in plain ASCII before the @, and with a domain that has ß or ς in its xn-- form
            /api/versions/SE/24.0.9 | {'notes': 'https://athento.example'} | 404 | There is no version SE '24.0.9'; to create it give released
            /api/versions/XY/24.0.9 | {'released': '2026-01-01'} | 400 | line: 'XY' is not known; give one of SE, ECM
            /api/versions/SE/new | {'released': '2026-01-01'} | 400 | version: 'new' is not a version; give numbers joined by dots, such as 24.2.0
            /api/versions/SE/24.0.9 | {'released': '1.1.2026', 'bigChanges': 'no', 'fixes': [17], 'more': 1} | 400 | released: '1.1.2026' is not a date; give one such as 2026-10-05; bigChanges: 'no' is neither true nor false; give one of them; fixes: '17' is not a text; give it in quotes; more: not known here; possible are bigChanges, fixes, notes, released, source
            /api/versions/SE/24.0.9 | [] | 400 | there must be names and values here, such as code: ACME; released: missing; give one
            /api/clients/NOPE | {'zone': 'Europe/Madrid'} | 404 | There is no client 'NOPE'; to create it give name, locale and zone
            """)
    void refusesWithASentence(String address, String json, int status, String sentence) {
        var answer = put(address, json);

        var expected = sentence.replace("<TODAY>", today().toString());
        assertThat(answer.getBody().get("message").asText()).isEqualTo(expected);
        assertThat(answer.getStatusCode().value()).isEqualTo(status);
    }

    @Test
    void productSaysWhichVersionsThereAre() throws Exception {
        var said =
                "{'released': '2026-01-01', 'notes': 'https://athento.example/8', 'bigChanges': true, 'fixes': ['E-1']}"
                        .replace('\'', '"');
        try {
            send("product", HttpMethod.PUT, "/api/versions/ECM/8.1.0", said);
            var again = send("product", HttpMethod.PUT, "/api/versions/ECM/8.1", "{\"notes\": null}");

            JSONAssert.assertEquals("""
                    {"line": "ECM", "version": "8.1", "released": "2026-01-01", "notes": null, "bigChanges": true,
                     "fixes": ["E-1"]}""", again.getBody().toString(), true);
        } finally {
            database.sql("delete from product_version where same_as = '8.1'").update();
        }
    }

    @ParameterizedTest
    @CsvSource({"project", "support", "systems", "qa", "manager"})
    void onlyProductAndAdminsSayWhichVersionsThereAre(String account) {
        assertThat(send(account, HttpMethod.PUT, "/api/versions/SE/24.1.0", "{}")
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
    }

    /** What day it is at the client's; ACME is in Madrid. */
    @Test
    void anUpdateOfTodayHasHappenedAndOneOfTomorrowHasNot() {
        assertThat(put(
                                "/api/instances/DOOR-3",
                                "{'client': 'ACME', 'environment': 'QA', 'line': 'SE', 'version': '1.0', 'lastUpdate': '%s'}"
                                        .formatted(today()))
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        assertThat(put("/api/instances/DOOR-3", "{'lastUpdate': '%s'}".formatted(today().plusDays(1)))
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
    }

    @Test
    void whoeverAdministersTheEngineWritesToo() {
        identity.saveUser(newUser("eve"));
        identity.createMembership("eve", Groups.CAMUNDA_ADMIN);
        try {
            assertThat(send("eve", HttpMethod.PUT, "/api/clients/ACME", "{}")
                            .getStatusCode()
                            .value())
                    .isEqualTo(200);
        } finally {
            identity.deleteUser("eve");
        }
    }

    @Test
    void knowsNoOtherClients() {
        var answer = get("qa", "/api/clients/NOPE");

        assertThat(answer.getStatusCode().value()).isEqualTo(404);
        assertThat(answer.getBody()).hasToString("{\"message\":\"There is no client 'NOPE'\"}");
    }

    @ParameterizedTest
    @CsvSource({"product", "project", "support", "systems", "qa", "manager"})
    void onlyAdminsWrite(String account) {
        assertThat(send(account, HttpMethod.PUT, "/api/clients/ACME", "{}")
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
    }

    private User newUser(String name) {
        var user = identity.newUser(name);
        user.setPassword("demo");
        return user;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneId.of("Europe/Madrid")));
    }

    private ResponseEntity<JsonNode> get(String account, String address) {
        return send(account, HttpMethod.GET, address, null);
    }

    private ResponseEntity<JsonNode> put(String address, String json) {
        return send("admin", HttpMethod.PUT, address, json.replace('\'', '"'));
    }

    private ResponseEntity<JsonNode> send(String account, HttpMethod method, String address, String json) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return http.withBasicAuth(account, "demo")
                .exchange(address, method, new HttpEntity<>(json, headers), JsonNode.class);
    }
}
