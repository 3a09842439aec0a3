package com.athento.deployment.schedule.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.ApplicationTest;
import com.athento.deployment.process.Lifecycle;
import com.athento.deployment.security.Visit;
import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** When an intervention of an instance in Madrid would be possible, asked on a Tuesday morning at ten. */
@ApplicationTest
class SlotsDoorTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Lifecycle lifecycle;

    @BeforeEach
    void morning() {
        lifecycle.now(Lifecycle.MORNING);
    }

    @AfterEach
    void rightClock() {
        ClockUtil.reset();
    }

    @Test
    void areTheNextOnesForWhichTheCheckFindsNothing() {
        var instance = lifecycle.newInstance();

        var answer = get("instance=" + instance + "&minutes=45");

        assertThat(JsonPath.<Map<String, Object>>read(answer.body(), "$.slots[0]"))
                .containsEntry("start", "2027-02-04T21:00:00Z")
                .containsEntry("windowStartLocal", "2027-02-04T22:00")
                .containsEntry("windowOffset", "+01:00")
                .containsEntry("zone", "Europe/Madrid");
        assertThat(starts(answer)).containsExactly("2027-02-04T22:00", "2027-02-05T22:00", "2027-02-06T07:00");
        assertThat(JsonPath.<Object>read(answer.body(), "$.reason")).isNull();
        var request = lifecycle.request();
        for (var start : starts(answer)) {
            request.put("instanceCode", lifecycle.newInstance());
            request.put("windowStartLocal", start);
            assertThat(lifecycle.requestedBy("support", request).findings()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "count=1&severity=BLOCKER                    | 2027-02-02T22:00",
                "count=1&severity=BLOCKER&local=2027-02-01T18:00 | 2027-02-02T18:00",
                "count=1&severity=BLOCKER&local=2027-02-01T17:59 | 2027-02-02T22:00",
                "count=1&from=2027-02-12T21:00:01Z           | 2027-02-13T07:00",
                "count=1&from=2020-01-01T00:00:00Z           | 2027-02-04T22:00",
                // Clocks go forward that night: half past two is not there.
                "count=1&from=2027-03-27T22:00:00Z&local=2027-02-01T02:30 | 2027-03-28T07:00",
            })
    void areAsWanted(String wanted, String start) {
        assertThat(starts(get("instance=" + lifecycle.newInstance() + "&minutes=45&" + wanted)))
                .containsExactly(start);
    }

    @Test
    void areNoneWhileTheInstanceIsBeingChangedExceptForThatChange() {
        var intervention = lifecycle.requested(Map.of("windowStartLocal", "2027-02-06T21:30", "downtimeMinutes", 30));
        var instance = (String) intervention.value("instanceCode");

        var none = get("instance=" + instance + "&minutes=45");
        var own = get("count=4&intervention=" + intervention.key());

        assertThat(starts(none)).isEmpty();
        assertThat(JsonPath.<String>read(none.body(), "$.reason"))
                .isEqualTo(intervention.key() + " also changes " + instance + ", and its version is not settled yet");
        assertThat(JsonPath.<String>read(
                        Visit.by("support", port)
                                .with("Accept-Language", "es")
                                .get("/api/slots?minutes=45&instance=" + instance)
                                .body(),
                        "$.reason"))
                .endsWith("y su versión todavía no está decidida");
        assertThat(starts(own))
                .as("its own hour is asked for")
                .containsExactly("2027-02-04T21:30", "2027-02-04T22:00", "2027-02-05T21:30", "2027-02-05T22:00");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "minutes=45 | instance: missing; give the code of a registered instance",
                "instance=NOPE&minutes=45 | instance: 'NOPE' is not registered; give the code of a registered instance, such as ACME-PRO",
                "instance=ACME-UAT | minutes: missing; give whole minutes from 1 to 60",
                "instance=ACME-UAT&minutes=61 | minutes: '61' is not possible; give a whole number from 1 to 60",
                "instance=ACME-UAT&minutes=0 | minutes: '0' is not possible; give a whole number from 1 to 60",
                "instance=ACME-UAT&minutes=45&count=21 | count: '21' is not possible; give a whole number from 1 to 20",
                "instance=ACME-UAT&minutes=45&from=soon | from: 'soon' is not a time with offset; give one such as 2027-01-15T22:00:00+01:00",
                "instance=ACME-UAT&minutes=45&from=2030-01-01T00:00:00Z | from: '2030-01-01T00:00:00Z' is too far ahead; give a time within 366 days",
                "instance=ACME-UAT&minutes=45&local=ten | local: 'ten' is not a local time; give one to the minute, such as 2027-01-15T22:00",
                "instance=ACME-UAT&minutes=45&severity=BAD | severity: 'BAD' is not known; give one of NONE, BLOCKER, CRITICAL, MAJOR, MINOR, TRIVIAL",
            })
    void whatCannotBeReadIsSaid(String asked, String sentence) {
        assertThat(Visit.by("qa", port)
                        .get("/api/slots?" + asked)
                        .isRefused(400)
                        .message())
                .isEqualTo(sentence);
    }

    @Test
    void allThatCannotBeReadIsSaidAtOnceAndAnUnknownInterventionIsNotFound() {
        assertThat(JsonPath.<List<String>>read(
                        Visit.by("qa", port)
                                .get("/api/slots?minutes=x&count=y")
                                .isRefused(400)
                                .body(),
                        "$.faults[*].field"))
                .containsExactly("instance", "minutes", "count");
        Visit.by("qa", port).get("/api/slots?intervention=INT-2027-9999-NONE").isRefused(404);
    }

    private Visit.Answer get(String asked) {
        return Visit.by("qa", port).get("/api/slots?" + asked).isFine();
    }

    private static List<String> starts(Visit.Answer answer) {
        return JsonPath.read(answer.body(), "$.slots[*].windowStartLocal");
    }
}
