package com.athento.deployment.request.web;

import static com.athento.deployment.process.Elements.REVISE_REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.ApplicationTest;
import com.athento.deployment.process.Lifecycle;
import com.athento.deployment.process.Lifecycle.Intervention;
import com.athento.deployment.security.Visit;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a request would get, before it is made. */
@ApplicationTest
class CheckDoorTest {

    private static final String START = "/engine-rest/process-definition/key/type-4-deployment/start";

    @LocalServerPort
    private int port;

    @Autowired
    private Lifecycle lifecycle;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void morning() {
        lifecycle.now(Lifecycle.MORNING);
        lifecycle.proven("25.0.0");
    }

    @AfterEach
    void rightClock() {
        ClockUtil.reset();
    }

    @Test
    void findsWhatTheRequestThenGetsAndStoresNothing() {
        var request = lifecycle.request();
        // One minute less than the procedure wants, and a jump of the first number.
        lifecycle.now(Lifecycle.MORNING.plus(Duration.ofHours(12)));
        request.put("windowStartLocal", "2027-02-04T21:59");
        request.put("targetVersion", "25.0.0");
        var before = stored();

        var checked = Visit.by("support", port)
                .post("/api/requests/check", json(request))
                .isFine();

        assertThat(JsonPath.<String>read(checked.body(), "$.rightProcedure")).isEqualTo("TYPE_4");
        assertThat(JsonPath.<List<String>>read(checked.body(), "$.findings[*].code"))
                .containsExactly("LEAD_TIME", "MAJOR_VERSION");
        assertThat(JsonPath.<String>read(checked.body(), "$.findings[0].message"))
                .endsWith("so the earliest start is 2027-02-04T22:00+01:00 (Europe/Madrid)");
        assertThat(stored()).isEqualTo(before);
        assertThat(lifecycle.requestedBy("support", request).findings())
                .containsExactly("LEAD_TIME ERROR", "MAJOR_VERSION ERROR");
    }

    @Test
    void findsNothingAtTheEarliestStartAndSaysWhenAnotherProcedureIsRight() {
        var request = lifecycle.request();
        lifecycle.now(Lifecycle.MORNING.plus(Duration.ofHours(12)));
        request.put("windowStartLocal", "2027-02-04T22:00");

        assertThat(JsonPath.<List<Object>>read(
                        Visit.by("product", port)
                                .post("/api/requests/check", json(request))
                                .isFine()
                                .body(),
                        "$.findings"))
                .isEmpty();
        request.put("flagPossible", true);
        assertThat(JsonPath.<String>read(
                        Visit.by("product", port)
                                .post("/api/requests/check", json(request))
                                .isFine()
                                .body(),
                        "$.rightProcedure"))
                .isEqualTo("OTHER");
    }

    @Test
    void whatEndsAtOnceIsAskedForNoMoreThanThatNeeds() {
        var request = lifecycle.bareRequest("NEW_SERIES");
        var checked = Visit.by("support", port)
                .post("/api/requests/check", json(request))
                .isFine();
        assertThat(JsonPath.<String>read(checked.body(), "$.rightProcedure")).isEqualTo("OTHER");
        Visit.by("support", port).post(START, json(request)).isFine();

        var upgrade = lifecycle.bareRequest("VERSION_UPGRADE");
        upgrade.put("targetVersion", "1");
        upgrade.put("flagPossible", true);
        upgrade.put("flagReason", "Hide the field");
        checked = Visit.by("support", port)
                .post("/api/requests/check", json(upgrade))
                .isFine();
        assertThat(JsonPath.<String>read(checked.body(), "$.rightProcedure")).isEqualTo("OTHER");

        upgrade.put("flagPossible", false);
        checked = Visit.by("support", port)
                .post("/api/requests/check", json(upgrade))
                .isFine();
        assertThat(JsonPath.<List<String>>read(checked.body(), "$.faults[*].field"))
                .contains("targetVersion", "windowStartLocal", "plan");
    }

    @Test
    void saysWhenItWouldBePossibleWhateverElseIsWrong() {
        var request = lifecycle.request();
        request.put("windowStartLocal", "2027-02-05T12:00");

        var found = Visit.by("support", port)
                .post("/api/requests/check", json(request))
                .isFine();
        assertThat(JsonPath.<List<String>>read(found.body(), "$.findings[*].message"))
                .containsExactly(
                        "The unavailability 2027-02-05 12:00–12:45 (Europe/Madrid) meets the client's working hours 08:00–18:00; next slots: 2027-02-04 22:00, 2027-02-05 22:00, 2027-02-06 07:00 (Europe/Madrid)");
        assertThat(JsonPath.<List<String>>read(found.body(), "$.slots[*].windowStartLocal"))
                .containsExactly("2027-02-04T22:00", "2027-02-05T22:00", "2027-02-06T07:00");
        assertThat(JsonPath.<Object>read(found.body(), "$.noSlot")).isNull();

        request.put("windowStartLocal", "2020-02-05T21:00");
        request.put("downtimeMinutes", "sixty");
        var refused = Visit.by("support", port)
                .post("/api/requests/check", json(request))
                .isFine();
        assertThat(JsonPath.<List<String>>read(refused.body(), "$.slots[*].windowStartLocal"))
                .as("of its hour, for the longest window")
                .containsExactly("2027-02-04T21:00", "2027-02-04T22:00", "2027-02-05T21:00");
        var first = lifecycle.requestedBy("support", lifecycle.request());
        request.put("instanceCode", first.value("instanceCode"));
        assertThat(JsonPath.<String>read(
                        Visit.by("support", port)
                                .with("Accept-Language", "es")
                                .post("/api/requests/check", json(request))
                                .isFine()
                                .body(),
                        "$.noSlot"))
                .isEqualTo("%s también cambia %s, y su versión todavía no está decidida"
                        .formatted(first.key(), first.value("instanceCode")));
    }

    @Test
    void saysAllThatTheRequestWouldBeRefusedFor() {
        var request = lifecycle.request();
        request.put("downtimeMinutes", "sixty");
        request.put("targetVersion", "1");
        request.remove("plan");

        var checked = Visit.by("support", port)
                .post("/api/requests/check", json(request))
                .isFine();
        var refused = Visit.by("support", port).post(START, json(request)).isRefused(400);

        assertThat(JsonPath.<List<String>>read(checked.body(), "$.faults[*].field"))
                .containsExactlyInAnyOrder("downtimeMinutes", "targetVersion", "plan");
        assertThat(JsonPath.<List<String>>read(refused.body(), "$.faults[*].message"))
                .containsExactlyInAnyOrderElementsOf(JsonPath.read(checked.body(), "$.faults[*].message"))
                .allSatisfy(sentence -> assertThat(refused.message()).contains(sentence));
        assertThat(JsonPath.<Object>read(checked.body(), "$.rightProcedure")).isNull();
        Visit.by("qa", port).post("/api/requests/check", json(request)).isRefused(403);
    }

    @Test
    void usesUpNoNumber() {
        var request = lifecycle.request();
        var before = number(lifecycle.requestedBy("support", request).key());

        Visit.by("support", port).post("/api/requests/check", json(request)).isFine();

        assertThat(number(lifecycle.requestedBy("support", request).key())).isEqualTo(before + 1);
    }

    @Test
    void findsWhatARevisionThenGetsAndStoresNothing() {
        var intervention = lifecycle.approved();
        intervention.changes("project", "RESCHEDULE", "Auditors").continues();
        var early = lifecycle.now().atZone(Lifecycle.MADRID).toLocalDate().plusDays(1) + "T22:00";
        var changed = Map.<String, Object>of("windowStartLocal", early);
        var before = stored();

        var checked = revision("support", intervention, changed).isFine();

        assertThat(JsonPath.<List<String>>read(checked.body(), "$.findings[*].code"))
                .as("it is not in its own way")
                .containsExactly("LEAD_TIME");
        assertThat(JsonPath.<Boolean>read(checked.body(), "$.stops")).isTrue();
        assertThat(stored()).isEqualTo(before);
        assertThat(revised(intervention, changed).findings()).containsExactly("LEAD_TIME ERROR");
    }

    @Test
    void aWindowThatStaysCountsFromWhenItWasSet() {
        var intervention = lifecycle.approved();
        lifecycle.now(intervention.moment("windowStart").minus(Duration.ofHours(30)));
        intervention.changes("project", "RESCHEDULE", "Auditors").continues();
        var texts = Map.<String, Object>of("reason", "As agreed");

        var checked = revision("support", intervention, texts).isFine();

        assertThat(JsonPath.<List<String>>read(checked.body(), "$.findings[*].code"))
                .isEmpty();
        assertThat(JsonPath.<Boolean>read(checked.body(), "$.stops")).isFalse();
        assertThat(revised(intervention, texts).findings()).isEmpty();
    }

    @Test
    void anExceptionThatStillCoversItStopsNothing() {
        var request = lifecycle.request();
        request.put("targetVersion", "25.0.0");
        var intervention = lifecycle
                .requestedBy("support", request)
                .completes(
                        "support",
                        REVISE_REQUEST,
                        Map.of("requesterDecision", "EXCEPT", "exceptionReason", "Run as a project"))
                .continues()
                .approves();
        intervention.changes("project", "RESCHEDULE", "Auditors").continues();

        var texts =
                revision("support", intervention, Map.of("reason", "As agreed")).isFine();
        var another = revision("support", intervention, Map.of("targetVersion", "26.0"))
                .isFine();

        assertThat(JsonPath.<List<String>>read(texts.body(), "$.findings[*].code"))
                .containsExactly("MAJOR_VERSION");
        assertThat(JsonPath.<Boolean>read(texts.body(), "$.stops")).isFalse();
        assertThat(JsonPath.<Boolean>read(another.body(), "$.stops")).isTrue();
    }

    @Test
    void saysAllThatARevisionWouldBeRefusedFor() {
        var intervention = lifecycle.approved();
        revision("support", intervention, Map.of()).isRefused(404);
        intervention.changes("project", "RESCHEDULE", "Auditors").continues();
        var wrong = Map.<String, Object>of(
                "requesterDecision", "AMEND",
                "windowStartLocal", "tomorrow",
                "downtimeMinutes", "sixty",
                "plan", " ");

        var checked = revision("support", intervention, wrong).isFine();
        var refused = Visit.by("support", port)
                .post("/engine-rest/task/" + intervention.task(REVISE_REQUEST).getId() + "/complete", json(wrong))
                .isRefused(400);

        assertThat(JsonPath.<List<String>>read(checked.body(), "$.faults[*].field"))
                .containsExactlyInAnyOrder("windowStartLocal", "downtimeMinutes", "plan");
        assertThat(JsonPath.<List<String>>read(refused.body(), "$.faults[*].message"))
                .containsExactlyInAnyOrderElementsOf(JsonPath.read(checked.body(), "$.faults[*].message"));
        assertThat(JsonPath.<List<String>>read(
                        revision("support", intervention, Map.of("instanceCode", "ACME-UAT"))
                                .body(),
                        "$.faults[*].message"))
                .singleElement()
                .asString()
                .contains("'ACME-UAT' is another instance");
        revision("product", intervention, Map.of()).isRefused(403);
    }

    private Visit.Answer revision(String person, Intervention intervention, Map<String, Object> changed) {
        var asked = json(changed);
        return Visit.by(person, port)
                .post(
                        "/api/requests/check",
                        "{\"intervention\":\"%s\",%s".formatted(intervention.key(), asked.substring(1)));
    }

    private Intervention revised(Intervention intervention, Map<String, Object> changed) {
        var answers = new HashMap<>(changed);
        answers.put("requesterDecision", "AMEND");
        return intervention.completes("support", REVISE_REQUEST, answers).continues();
    }

    private static int number(String key) {
        return Integer.parseInt(key.split("-")[2]);
    }

    private List<Long> stored() {
        return List.of(
                count("revision"),
                count("intervention"),
                count("act_ru_execution"),
                count("act_ru_job"),
                count("act_hi_varinst"),
                count("act_hi_decinst"));
    }

    private long count(String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static String json(Map<String, Object> request) {
        var variables = new HashMap<String, Object>();
        request.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        try {
            return new ObjectMapper().writeValueAsString(Map.of("variables", variables));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
