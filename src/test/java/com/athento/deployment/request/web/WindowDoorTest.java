package com.athento.deployment.request.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.ApplicationTest;
import com.athento.deployment.process.Lifecycle;
import com.athento.deployment.security.Visit;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skyscreamer.jsonassert.JSONAssert;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the form shows beside the window while it is filled in. */
@ApplicationTest
class WindowDoorTest {

    @LocalServerPort
    int port;

    @Autowired
    Lifecycle lifecycle;

    @BeforeEach
    void morning() {
        lifecycle.now(Lifecycle.MORNING);
    }

    @AfterEach
    void rightClock() {
        ClockUtil.reset();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "instance=ANDES-PRO&local=2027-03-10T22:00&offset= | {\"start\":\"2027-03-11T03:00:00Z\",\"offset\":\"-05:00\",\"zone\":\"America/Bogota\",\"vendorLocal\":\"2027-03-11T04:00\",\"vendorZone\":\"Europe/Madrid\",\"utc\":\"2027-03-11T03:00\"}",
                "instance=ACME-PRO&local=2027-10-31T02:30&offset=%2B01:00 | {\"start\":\"2027-10-31T01:30:00Z\",\"offset\":\"+01:00\",\"zone\":\"Europe/Madrid\",\"vendorLocal\":\"2027-10-31T02:30\",\"vendorZone\":\"Europe/Madrid\",\"utc\":\"2027-10-31T01:30\"}"
            })
    void saysWhatTheWindowIsElsewhere(String question, String answer) throws Exception {
        var body = Visit.by("support", port)
                .get("/api/window?" + question)
                .isFine()
                .body();

        JSONAssert.assertEquals(answer, body, true);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "instance=ACME-PRO&local=2027-10-31T02:30 | windowStartLocal: '2027-10-31T02:30' exists twice in Europe/Madrid, where clocks go back then; give windowOffset, too: +02:00 or +01:00",
                "instance=ACME-PRO&local=2027-02-02T10:00 | windowStartLocal: '2027-02-02T10:00' is in the past, as it is 2027-02-02T10:00 in Europe/Madrid now; give a later time",
                "instance=NOPE&local=2027-02-06T22:00 | instanceCode: 'NOPE' is not registered; give the code of a registered instance, such as ACME-PRO",
                "instance=ACME-PRO | windowStartLocal: missing; give the client's local time, such as 2027-01-15T22:00"
            })
    void refusesAsTheRequestWould(String question, String sentence) {
        assertThat(Visit.by("support", port)
                        .get("/api/window?" + question)
                        .isRefused(400)
                        .message())
                .isEqualTo(sentence);
    }
}
