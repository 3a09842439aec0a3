package com.athento.deployment.schedule.freezes.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.ApplicationTest;
import com.athento.deployment.process.Lifecycle;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.skyscreamer.jsonassert.JSONAssert;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Freezes over HTTP: everybody reads, managers and admins write. */
@ApplicationTest
class FreezeDoorTest {

    private static final String YEAR_END = "{'name': 'Year end', 'reason': 'Nobody is there', 'contact': 'Marta',"
            + " 'scope': {'environments': ['PRO']}, 'from': '2027-12-24T00:00', 'until': '2028-01-07T00:00'}";

    @Autowired
    TestRestTemplate http;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void morning() {
        lifecycle.now(Lifecycle.MORNING);
        thaw();
    }

    @AfterEach
    void thaw() {
        database.sql("delete from change_freeze").update();
    }

    @Test
    void saysWhatWasMadeByWhom() throws Exception {
        var made = post("manager", YEAR_END);

        assertThat(made.getStatusCode().value()).isEqualTo(201);
        var expected = """
                {"id": %s, "name": "Year end", "reason": "Nobody is there", "contact": "Marta",
                 "scope": {"everything": false, "environments": ["PRO"], "clients": [], "instances": []},
                 "from": "2027-12-24T00:00", "until": "2028-01-07T00:00", "rule": null, "duration": null,
                 "version": 1, "madeBy": "manager", "madeAt": "2027-02-02T09:00:00Z", "changedBy": null,
                 "changedAt": null, "endedBy": null, "endedAt": null, "hits": %s}""";
        var id = made.getBody().get("id").asText();
        JSONAssert.assertEquals(expected.formatted(id, "[]"), made.getBody().toString(), true);
        JSONAssert.assertEquals(
                "[%s]".formatted(expected.formatted(id, "null")), get("qa").toString(), true);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"product, 403", "support, 403", "systems, 403", "qa, 403", "admin, 201"})
    void isForManagersAndAdmins(String person, int status) {
        var answer = post(person, YEAR_END);

        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        if (status == 403) {
            assertThat(message(answer))
                    .isEqualTo("'%s' may not make, change or end freezes; managers and admins may".formatted(person));
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'until': '2027-12-24T00:00' | until: '2027-12-24T00:00' is not later than 2027-12-24T00:00, when it begins; give a later time
            'until': '2027-01-07T00:00' | until: '2027-01-07T00:00' is not later than 2027-12-24T00:00, when it begins; give a later time
            'until': null | until: missing; give when it ends, or a rule with a duration
            'from': null | from: missing; give one
            'from': 'soon' | from: 'soon' is not a local time; give one to the minute, such as 2027-01-15T22:00
            'from': '2027-03-28T02:30' | from: '2027-03-28T02:30' does not exist in Europe/Madrid, where clocks go forward then; give 2027-03-28T03:00 or later
            'from': '2027-10-31T02:30' | from: '2027-10-31T02:30' exists twice in Europe/Madrid, where clocks go back then; give a time before or after that hour
            'name': ' ' | name: missing; give one
            'name': 7 | name: '7' is not a text; send it as a String
            'reason': null | reason: missing; give one
            'contact': '' | contact: missing; give one
            'scope': {} | scope: nothing is named; give everything, environments, clients or instances
            'scope': null | scope: nothing is named; give everything, environments, clients or instances
            'scope': 'PRO' | scope: '"PRO"' is no scope; give one with everything, environments, clients or instances
            'scope': {'environments': ['PROD']} | environments: 'PROD' is not known; give one of QA, UAT, PRO, INTERNAL
            'scope': {'clients': ['NOBODY']} | clients: 'NOBODY' is not registered; give the code of one that is
            'scope': {'instances': ['ACME-NIL']} | instances: 'ACME-NIL' is not registered; give the code of one that is
            'scope': {'instances': 'ACME-PRO'} | instances: '"ACME-PRO"' is no list of codes; give one such as ["PRO"]
            'scope': {'everything': 'yes'} | everything: 'yes' is neither true nor false; give one of them
            'rule': 'FREQ=YEARLY' | until: '2028-01-07T00:00' is not possible with a rule; give duration instead
            'until': null, 'rule': 'FREQ=YEARLY' | duration: missing; give how long it takes each time, such as P14D
            'until': null, 'rule': 'FREQ=WEEKLY', 'duration': 'P8D' | duration: 'P8D' is longer than P7D, the shortest time from one begin to the next; give at most that
            'until': null, 'rule': 'FREQ=YEARLY', 'duration': 'PT90S' | duration: 'PT90S' is no duration of a freeze; give whole minutes, 366 days at most, such as P14D or PT60H
            'duration': 'P1D' | duration: 'P1D' is not possible without a rule; give until instead, or a rule
            'until': null, 'rule': 'FREQ=YEARLY;UNTIL=20261231', 'duration': 'P1D' | rule: 'FREQ=YEARLY;UNTIL=20261231' names no day from 2027-12-24T00:00 on; give another rule, or begin at another time
            'colour': 'red' | 'colour': not known here; possible are name, reason, contact, scope, from, until, rule, duration, ended, version
            """)
    void saysWhatIsWrong(String differently, String sentence) {
        var answer = post("manager", with(differently));

        assertThat(message(answer))
                .isEqualTo(sentence.startsWith("'colour'") ? sentence.replace("'colour'", "colour") : sentence);
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(get("qa")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'until': null, 'duration': 'PT1H', 'rule': 'FREQ=MINUTELY'",
                "'until': null, 'duration': 'PT1H', 'rule': 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'",
                "'until': null, 'duration': 'PT1H', 'rule': 'every Friday'",
            })
    void refusesARuleThatIsNone(String differently) {
        var answer = post("manager", with(differently));

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(message(answer)).startsWith("rule: '");
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        var answer = post("manager", "{'scope': {'clients': ['NOBODY']}, 'from': 'x', 'until': 'y'}");

        assertThat(answer.getBody().path("faults").findValuesAsText("field"))
                .containsExactly("name", "reason", "contact", "clients", "from", "until");
    }

    @Test
    void changesWhatIsSaidAndLeavesTheRest() {
        var id = id(post("manager", YEAR_END));

        var changed = put("admin", id, "{'until': '2028-01-10T00:00'}").getBody();
        var returning =
                put("admin", id, "{'rule': 'FREQ=YEARLY', 'duration': 'P14D'}").getBody();

        assertThat(changed.get("from").asText()).isEqualTo("2027-12-24T00:00");
        assertThat(changed.get("until").asText()).isEqualTo("2028-01-10T00:00");
        assertThat(changed.get("changedBy").asText()).isEqualTo("admin");
        assertThat(changed.get("madeBy").asText()).isEqualTo("manager");
        assertThat(returning.get("until").isNull()).isTrue();
        assertThat(returning.get("duration").asText()).isEqualTo("P14D");
        assertThat(database.sql("select deed from change_freeze_deed order by version")
                        .query(String.class)
                        .list())
                .containsExactly("MADE", "CHANGED", "CHANGED");
    }

    @Test
    void takesItsOwnAnswerBack() {
        var made = post("manager", YEAR_END).getBody();

        var same = put("manager", made.get("id").asText(), made.toString());

        assertThat(same.getBody().get("version").asInt()).isEqualTo(1);
    }

    @Test
    void keepsThePastOfOneThatHasBegun() {
        var id = id(post("manager", YEAR_END));
        lifecycle.now(Instant.parse("2027-12-23T23:00:00Z"));

        assertThat(message(put("manager", id, "{'from': '2027-12-25T00:00'}")))
                .startsWith("from: the freeze has begun");
        assertThat(message(put("manager", id, "{'scope': {'environments': ['QA']}}")))
                .startsWith("scope: the freeze has begun");
        assertThat(message(put("manager", id, "{'until': '2027-12-24T00:00'}"))).startsWith("until: ");
        assertThat(put("manager", id, "{'until': '2027-12-24T00:01'}")
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        lifecycle.now(Instant.parse("2027-12-23T23:01:00Z"));
        var over = put("manager", id, "{'until': '2027-12-26T00:00'}");
        assertThat(over.getStatusCode().value()).isEqualTo(409);
        assertThat(message(over))
                .isEqualTo(
                        "The freeze 'Year end' ended at 2027-12-24T00:01 and is not changed any more; make another one");
    }

    @Test
    void endsOneOnceAndForAll() {
        var id = id(post("manager", YEAR_END));

        var ended = put("manager", id, "{'ended': true}").getBody();
        var again = put("admin", id, "{'name': 'Another'}");

        assertThat(ended.get("endedBy").asText()).isEqualTo("manager");
        assertThat(ended.get("endedAt").asText()).isEqualTo("2027-02-02T09:00:00Z");
        assertThat(again.getStatusCode().value()).isEqualTo(409);
        assertThat(message(again))
                .isEqualTo(
                        "The freeze 'Year end' has been ended by manager and is not changed any more; make another one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "x", "99999999999999999999", "-1"})
    void knowsNoOther(String id) {
        assertThat(put("manager", id, "{}").getStatusCode().value()).isEqualTo(404);
    }

    /** With the version that was read, however long ago, and without one at the same instant. */
    @Test
    void letsOneOfTwoWin() throws Exception {
        var id = id(post("manager", YEAR_END));
        put("admin", id, "{'name': 'Christmas'}");
        var late = put("manager", id, "{'version': 1, 'name': 'New year'}");

        assertThat(late.getStatusCode().value()).isEqualTo(409);
        assertThat(message(late))
                .isEqualTo(
                        "The freeze 'Christmas' has been changed by admin in the meantime; read it again, then change it");

        for (int round = 0; round < 10; round++) {
            var statuses = atOnce(id, round);
            assertThat(statuses).isSubsetOf(200, 409).contains(200);
            var version = database.sql("select version from change_freeze where id = :id")
                    .param("id", Long.valueOf(id))
                    .query(Integer.class)
                    .single();
            var deeds = database.sql("select count(*) from change_freeze_deed where freeze_id = :id")
                    .param("id", Long.valueOf(id))
                    .query(Integer.class)
                    .single();
            assertThat(version).isEqualTo(deeds);
        }
    }

    private List<Integer> atOnce(String id, int round) throws Exception {
        var barrier = new CyclicBarrier(2);
        var people = Executors.newFixedThreadPool(2);
        try {
            return people
                    .invokeAll(List.of("manager", "admin").stream()
                            .<Callable<Integer>>map(person -> () -> {
                                barrier.await();
                                return put(person, id, "{'name': '%s %d'}".formatted(person, round))
                                        .getStatusCode()
                                        .value();
                            })
                            .toList())
                    .stream()
                    .map(answer -> {
                        try {
                            return answer.get();
                        } catch (Exception failed) {
                            throw new IllegalStateException(failed);
                        }
                    })
                    .toList();
        } finally {
            people.shutdown();
        }
    }

    @Test
    void answersWithTheInterventionsThatItHits() throws Exception {
        var intervention = lifecycle.approved();
        var other = lifecycle.approved();
        var instance = intervention.value("instanceCode");

        var hits = post(
                        "manager",
                        with("'scope': {'instances': ['%s']}, 'from': '2027-02-06T22:44', 'until': '2027-02-07T08:00'"
                                .formatted(instance)))
                .getBody()
                .get("hits");

        JSONAssert.assertEquals("""
                [{"key": "%s", "instance": "%s", "windowStart": "2027-02-06T21:00:00Z",
                  "windowStartLocal": "2027-02-06T22:00", "zone": "Europe/Madrid", "requester": "support",
                  "phase": "CONSENT", "excepted": false}]""".formatted(intervention.key(), instance), hits.toString(), true);
        assertThat(hits.toString()).doesNotContain(other.key());
    }

    @Test
    void hitsNothingThatEndsBeforeOrBeginsAfter() {
        var instance = lifecycle.approved().value("instanceCode");

        for (var times : List.of(
                "'from': '2027-02-06T22:45', 'until': '2027-02-07T08:00'",
                "'from': '2027-02-06T08:00', 'until': '2027-02-06T22:00'")) {
            var made = post("manager", with("'scope': {'instances': ['%s']}, %s".formatted(instance, times)));
            assertThat(made.getBody().get("hits")).isEmpty();
        }
    }

    @Test
    void tenThousandAreNoBurden() {
        var instance = lifecycle.newInstance();
        database.sql("""
                insert into change_freeze (version, name, reason, contact, everything, from_local, until_local,
                    minutes, rule, made_by, made_at, extended_at)
                select 1, 'Freeze', 'Why', 'Who', false, dateadd('HOUR', x, timestamp '2027-06-01 00:00:00'),
                    dateadd('HOUR', x + 1, timestamp '2027-06-01 00:00:00'), 60, null, 'manager',
                    timestamp with time zone '2027-01-01 00:00:00+00:00',
                    timestamp with time zone '2027-01-01 00:00:00+00:00'
                from system_range(1, 10000)""").update();
        database.sql("""
                insert into change_freeze_scope (freeze_id, kind, code)
                select id, 'INSTANCE', :instance from change_freeze""").param("instance", instance).update();

        var begin = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            post("manager", YEAR_END.replace("'PRO'", "'INTERNAL'"));
        }
        var each = Duration.ofNanos(System.nanoTime() - begin).dividedBy(20);

        assertThat(each).isLessThan(Duration.ofSeconds(1));
        assertThat(get("qa")).hasSize(10_020);
    }

    private static String with(String differently) {
        var fields = new java.util.LinkedHashMap<String, String>();
        fields.put("name", "'Year end'");
        fields.put("reason", "'Nobody is there'");
        fields.put("contact", "'Marta'");
        fields.put("scope", "{'environments': ['PRO']}");
        fields.put("from", "'2027-12-24T00:00'");
        fields.put("until", "'2028-01-07T00:00'");
        var json = new StringBuilder();
        fields.forEach((name, value) -> {
            if (!differently.contains("'%s':".formatted(name))) {
                json.append("'%s': %s, ".formatted(name, value));
            }
        });
        return "{" + json + differently + "}";
    }

    private static String id(ResponseEntity<JsonNode> answer) {
        return answer.getBody().get("id").asText();
    }

    private static String message(ResponseEntity<JsonNode> answer) {
        return answer.getBody().path("message").asText();
    }

    private List<JsonNode> get(String person) {
        return StreamSupport.stream(
                        http.withBasicAuth(person, "demo")
                                .getForObject("/api/freezes", JsonNode.class)
                                .spliterator(),
                        false)
                .toList();
    }

    private ResponseEntity<JsonNode> post(String person, String json) {
        return send(person, HttpMethod.POST, "/api/freezes", json);
    }

    private ResponseEntity<JsonNode> put(String person, String id, String json) {
        return send(person, HttpMethod.PUT, "/api/freezes/" + id, json);
    }

    private ResponseEntity<JsonNode> send(String person, HttpMethod method, String path, String json) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, "en");
        return http.withBasicAuth(person, "demo")
                .exchange(
                        path,
                        method,
                        new HttpEntity<>(
                                json.startsWith("{'") || json.equals("{}") ? json.replace('\'', '"') : json, headers),
                        JsonNode.class,
                        Map.of());
    }
}
