package com.athento.deployment.overview.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.ApplicationTest;
import com.athento.deployment.process.Lifecycle;
import com.athento.deployment.security.Visit;
import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ApplicationTest
class InterventionsApiTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Lifecycle lifecycle;

    @AfterEach
    void rightClock() {
        ClockUtil.reset();
    }

    @Test
    void listsAnIntervention() {
        var key = lifecycle.requested().key();
        var instance = key.substring("INT-2027-0000-".length());

        var list = read(get("/api/interventions?phase=APPROVAL&instance=" + instance));

        assertThat(list.keySet()).containsExactly("items", "page", "size", "total");
        assertThat(list).containsEntry("page", 0).containsEntry("size", 50).containsEntry("total", 1);
        var item = JsonPath.<Map<String, Object>>read(list, "$.items[0]");
        assertThat(item.keySet())
                .containsExactly(
                        "key",
                        "processInstanceId",
                        "instance",
                        "client",
                        "phase",
                        "outcome",
                        "requester",
                        "windowStart",
                        "windowStartLocal",
                        "zone",
                        "downtimeMinutes",
                        "revision",
                        "state",
                        "stateSince");
        assertThat(item)
                .containsEntry("key", key)
                .containsEntry("client", "ACME")
                .containsEntry("outcome", null)
                .containsEntry("state", "SERVICE_UP")
                .containsEntry("stateSince", null)
                .containsEntry("windowStart", "2027-02-06T21:00:00Z")
                .containsEntry("windowStartLocal", "2027-02-06T22:00")
                .containsEntry("zone", "Europe/Madrid");
    }

    @Test
    void pagesThroughThem() {
        lifecycle.requested();
        lifecycle.requested();

        var first = read(get("/api/interventions?size=1"));
        var second = read(get("/api/interventions?size=1&page=1"));

        assertThat(keys(first)).hasSize(1).doesNotContainAnyElementsOf(keys(second));
        assertThat(keys(second)).hasSize(1);
    }

    @Test
    void tellsAllOfOne() {
        var intervention = lifecycle.inSupport().reports("Search is slow", "MINOR");

        var whole = read(get("/api/interventions/" + intervention.key()));

        assertThat(whole)
                .containsEntry("phase", "SUPPORT")
                .containsEntry("outcome", "DEPLOYED")
                .containsEntry("effectiveRisk", "MEDIUM")
                .containsEntry("actualStart", "2027-02-06T21:00:00Z")
                .containsEntry("pointOfNoReturn", "2027-02-06T21:45:00Z")
                .containsEntry("downtimeSpent", 20)
                .containsEntry("exceptionReason", null)
                .containsEntry("findings", List.of());
        assertThat(whole)
                .containsKeys(
                        "revisions",
                        "approvals",
                        "consents",
                        "qaRuns",
                        "hotfixes",
                        "incidents",
                        "mails",
                        "waiting",
                        "why",
                        "timeline");
        assertThat(JsonPath.<List<String>>read(whole, "$.approvals[*].team")).containsExactly("PRODUCT", "PROJECT");
        assertThat(JsonPath.<Object>read(whole, "$.qaRuns[0].open")).isEqualTo(0);
        assertThat(JsonPath.<List<String>>read(whole, "$.incidents[*].title")).containsExactly("Search is slow");
        assertThat(JsonPath.<List<String>>read(whole, "$.waiting[*].element"))
                .containsExactlyInAnyOrder("watch-over-users", "resolve-incident");
        assertThat(JsonPath.<List<String>>read(whole, "$.waiting[0].candidateGroups"))
                .containsExactly("support");
        assertThat(JsonPath.<List<String>>read(whole, "$.why[*].element"))
                .containsExactly("run-qa-battery", "deploy", "start-deployment");
        assertThat(JsonPath.<Object>read(whole, "$.why[0].battery.required")).isEqualTo(80);
    }

    @ParameterizedTest(name = "{0} answers: {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    phase=WAIT  | phase: 'WAIT' is not known; give one of REQUEST, APPROVAL, CONSENT, WAITING, ROLLOUT, SUPPORT, CLOSURE, ENDED
                    phase=ended | phase: 'ended' is not known; give one of REQUEST, APPROVAL, CONSENT, WAITING, ROLLOUT, SUPPORT, CLOSURE, ENDED
                    size=0      | size: '0' is not possible; give a whole number from 1 to 200
                    size=201    | size: '201' is not possible; give a whole number from 1 to 200
                    size=ten    | size: 'ten' is not possible; give a whole number from 1 to 200
                    page=-1     | page: '-1' is not possible; give a whole number from 0 to 2147483647
                    page=1.5    | page: '1.5' is not possible; give a whole number from 0 to 2147483647
                    """)
    void saysWhatWouldBeRight(String query, String sentence) {
        var answer = get("/api/interventions?" + query).isRefused(400);

        assertThat(answer.message()).isEqualTo(sentence);
    }

    @Test
    void knowsNoOtherKeys() {
        assertThat(get("/api/interventions/INT-2020-0001-X").isRefused(404).message())
                .isEqualTo("key: 'INT-2020-0001-X' is no intervention; give one such as INT-2027-0042-ACME-PRO");
    }

    @ParameterizedTest
    @ValueSource(strings = {"product", "project", "support", "systems", "qa", "manager", "admin"})
    void everyAccountReadsEveryIntervention(String account) {
        var key = lifecycle.requested().key();

        Visit.by(account, port).get("/api/interventions/" + key).isFine();
    }

    private Visit.Answer get(String path) {
        return Visit.by("qa", port).get(path);
    }

    private static Map<String, Object> read(Visit.Answer answer) {
        return JsonPath.read(answer.isFine().body(), "$");
    }

    private static List<String> keys(Map<String, Object> list) {
        return JsonPath.read(list, "$.items[*].key");
    }
}
