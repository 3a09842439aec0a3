package com.athento.deployment.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.ApplicationTest;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.Lifecycle;
import com.athento.deployment.security.Visit;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is wrong with a request or its revision, and the one sentence that the person reads: through the REST API as
 * machines use it, and as Tasklist does.
 */
@ApplicationTest
class BadInputTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String START = "/engine-rest/process-definition/key/" + Elements.LIFECYCLE + "/start";

    private static final String TASKLIST = "/camunda/api/engine/engine/default";

    private static final String TAKES =
            "bigChanges, changeKind, downtimeMinutes, fixes, flagPossible, flagReason, flags, instanceCode,"
                    + " noNoticeReason, noticeChannels, plan, reason, releaseNotesUrl, reportedAt,"
                    + " rollbackPlan, severity, targetVersion, windowOffset, windowStartLocal";

    @LocalServerPort
    int port;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient database;

    private Visit machine;

    @BeforeEach
    void morning() {
        lifecycle.now(Lifecycle.MORNING);
        machine = Visit.by("support", port);
    }

    @AfterEach
    void rightClock() {
        ClockUtil.reset();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvFileSource(resources = "/request/bad-input.csv", delimiter = '|', quoteCharacter = '~', numLinesToSkip = 1)
    void isRefusedThroughRestAndTasklist(String field, String value, String sentence) {
        var before = stored();
        var body = with(field, value);
        var expected = sentence.replace("<TAKES>", TAKES);

        assertThat(machine.post(START, body).isRefused(400).message()).isEqualTo(expected);
        assertThat(tasklist()
                        .post(TASKLIST + "/process-definition/key/" + Elements.LIFECYCLE + "/submit-form", body)
                        .isRefused(400)
                        .message())
                .isEqualTo(expected);
        assertThat(stored()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0} = {1} is {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "downtimeMinutes | {\"value\": \"45\"} | 45",
                "downtimeMinutes | {\"value\": \" 45 \", \"type\": \"String\"} | 45",
                "downtimeMinutes | {\"value\": 45.0} | 45",
                "downtimeMinutes | {\"value\": 45, \"type\": \"Long\"} | 45",
                "downtimeMinutes | {\"value\": 45, \"type\": \"Double\"} | 45",
                "downtimeMinutes | {\"value\": \"1e1\"} | 10",
                "downtimeMinutes | {\"value\": \"45\", \"type\": \"Integer\"} | 45",
                "flagPossible | {\"value\": \"false\"} | false",
                "targetVersion | {\"value\": \"24.2.0\\n\"} | 24.2.0",
                "windowStartLocal | {\"value\": \"2027-02-06T22:00:00\"} | 2027-02-06T22:00",
                "windowOffset | {\"value\": \"+01:00\"} | null",
                "noticeChannels | {\"value\": \"EMAIL, EMAIL\"} | EMAIL"
            })
    void isConvertedWhereThatIsExact(String field, String value, String stored) {
        var instance = machine.post(START, with(field, value)).isFine().id();

        assertThat(String.valueOf(runtime.getVariable(instance, field))).isEqualTo(stored);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-02-02T09:30:00+01:00, String",
        "2027-02-02T08:30:00Z, String",
        "2027-02-02T08:30:00.000+0000, Date"
    })
    void reportTimeMayBeATextOrADate(String text, String type) throws JsonProcessingException {
        var body = (ObjectNode) JSON.readTree(with("severity", "{\"value\": \"MINOR\"}"));
        ((ObjectNode) body.get("variables"))
                .putObject("reportedAt")
                .put("value", text)
                .put("type", type);

        var instance = machine.post(START, body.toString()).isFine().id();

        assertThat(runtime.getVariable(instance, "reportedAt"))
                .isEqualTo(Date.from(Instant.parse("2027-02-02T08:30:00Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reason", "flagReason", "plan", "rollbackPlan"})
    void markupExpressionsAndLineBreaksStayText(String field) throws JsonProcessingException {
        var text =
                "<script>alert(1)</script> ${execution.setVariable('requester', 'x')} #{1+1} {{plan}}\r\nBcc: x@example.com";
        var instance = machine.post(
                        START, with(field, JSON.writeValueAsString(Map.of("value", text, "type", "String"))))
                .isFine()
                .id();

        assertThat(runtime.getVariable(instance, field)).isEqualTo(text);
        assertThat(runtime.getVariable(instance, "requester")).isEqualTo("support");
        var column = field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        assertThat(database.sql(
                                "select %s from revision r join intervention i on i.intervention_key = r.intervention_key where process_instance_id = ?"
                                        .formatted(column))
                        .param(instance)
                        .query(String.class)
                        .single())
                .isEqualTo(text);
    }

    @Test
    void submittedTwiceOnPurposeMakesTwo() {
        var body = with("reason", "{\"value\": \"Twice\"}");

        var first = machine.post(START, body).isFine().id();
        var second = machine.post(START, body).isFine().id();

        assertThat(first).isNotEqualTo(second);
        assertThat(runtime.getActiveActivityIds(first)).contains(Elements.APPROVE_PRODUCT, Elements.APPROVE_PROJECT);
        assertThat(runtime.getActiveActivityIds(second)).containsExactly(Elements.REVISE_REQUEST);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {} | requesterDecision: missing; give AMEND, EXCEPT or WITHDRAW
            {"requesterDecision": "MAYBE"} | requesterDecision: 'MAYBE' is not known; give one of AMEND, EXCEPT, WITHDRAW
            {"requesterDecision": "EXCEPT"} | exceptionReason: missing; say why the findings should be let pass, or amend
            {"requesterDecision": "EXCEPT", "exceptionReason": "  "} | exceptionReason: missing; say why the findings should be let pass, or amend
            {"requesterDecision": "EXCEPT", "exceptionReason": "Please", "downtimeMinutes": 30} | downtimeMinutes: an exception leaves the request as it is; leave it out, or give AMEND
            {"requesterDecision": "EXCEPT", "exceptionReason": "Please", "plan": "Another"} | plan: an exception leaves the request as it is; leave it out, or give AMEND
            {"requesterDecision": "EXCEPT", "exceptionReason": "Please", "windowStartLocal": "2027-02-03T22:01"} | windowStartLocal: an exception leaves the request as it is; leave it out, or give AMEND
            {"requesterDecision": "EXCEPT", "exceptionReason": "Please", "instanceCode": "ACME-PRO"} | instanceCode: an exception leaves the request as it is; leave it out, or give AMEND
            {"requesterDecision": "WITHDRAW", "reason": "Another"} | reason: WITHDRAW ends the request as it is; leave it out, or give AMEND
            {"requesterDecision": "AMEND", "downtimeMinutes": 61} | downtimeMinutes: '61' is out of range; give whole minutes from 1 to 60
            {"requesterDecision": "AMEND", "plan": ""} | plan: missing; say how it will be done
            {"requesterDecision": "AMEND", "changeKind": "APACHE"} | targetVersion: '24.2.0' does not go with APACHE, which leaves the version as it is; give none
            {"requesterDecision": "AMEND", "severity": "MINOR"} | reportedAt: missing; severity MINOR needs the time of the report, such as 2027-01-15T22:00:00+01:00
            {"requesterDecision": "AMEND", "windowStartLocal": "2027-02-01T22:00"} | windowStartLocal: '2027-02-01T22:00' is in the past, as it is 2027-02-02T10:00 in Europe/Madrid now; give a later time
            {"requesterDecision": "AMEND", "requester": "manager"} | requester: this step does not take it; it takes <TAKES>
            {"requesterDecision": "AMEND", "effectiveRisk": "LOW"} | effectiveRisk: this step does not take it; it takes <TAKES>
            """)
    void revisionIsRefusedThroughRestAndTasklist(String answer, String sentence) throws Exception {
        var intervention = lifecycle.requested(Map.of("windowStartLocal", "2027-02-03T22:00"));
        var task = intervention.task(Elements.REVISE_REQUEST).getId();
        var variables = JSON.createObjectNode();
        JSON.readTree(answer)
                .properties()
                .forEach(entry -> variables.putObject(entry.getKey()).set("value", entry.getValue()));
        var body = JSON.createObjectNode().set("variables", variables).toString();
        var taken = "exceptionReason, requesterDecision";
        var expected = sentence.replace(
                "<TAKES>",
                Stream.of((TAKES + ", " + taken).split(", ")).sorted().collect(Collectors.joining(", ")));
        machine.post("/engine-rest/task/%s/claim".formatted(task), "{\"userId\": \"support\"}")
                .isFine();
        var before = String.valueOf(runtime.getVariables(intervention.id()));

        assertThat(machine.post("/engine-rest/task/%s/complete".formatted(task), body)
                        .isRefused(400)
                        .message())
                .isEqualTo(expected);
        assertThat(tasklist()
                        .post(TASKLIST + "/task/%s/submit-form".formatted(task), body)
                        .isRefused(400)
                        .message())
                .isEqualTo(expected);
        assertThat(intervention.waitsAt()).containsExactly(Elements.REVISE_REQUEST);
        assertThat(runtime.getVariables(intervention.id())).hasToString(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"systems", "qa", "manager", "admin"})
    void othersMayNotRequest(String account) {
        var before = stored();

        Visit.by(account, port)
                .post(START, with("reason", "{\"value\": \"Mine\"}"))
                .isRefused(403);

        assertThat(stored()).isEqualTo(before);
    }

    /** Everything that a request leaves behind. */
    private Map<String, Object> stored() {
        return database.sql(
                        "select (select count(*) from revision) as revisions, (select count(*) from intervention) as interventions, (select count(*) from act_ru_execution) as executions")
                .query()
                .singleRow();
    }

    /** A request that is right but for one field; a field without value is left out. */
    private String with(String field, String value) {
        var variables = JSON.createObjectNode();
        lifecycle.request().forEach((name, right) -> variables.putObject(name).putPOJO("value", right));
        try {
            if (value == null) {
                variables.remove(field);
            } else {
                variables.set(field, JSON.readTree(value));
            }
            return JSON.writeValueAsString(JSON.createObjectNode().set("variables", variables));
        } catch (JsonProcessingException ours) {
            throw new IllegalArgumentException(value, ours);
        }
    }

    private Visit tasklist() {
        var browser = Visit.browser(port);
        browser.logsIn("support", "demo");
        browser.get("/camunda/app/tasklist/default/");
        return browser.with("X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"));
    }
}
