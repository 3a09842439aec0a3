package com.athento.deployment.qa.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.ApplicationTest;
import com.athento.deployment.process.Lifecycle;
import com.athento.deployment.security.Visit;
import com.jayway.jsonpath.JsonPath;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the form of the battery says before it is sent. */
@ApplicationTest
class BatteryDoorTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Lifecycle lifecycle;

    @AfterEach
    void rightClock() {
        ClockUtil.reset();
    }

    @ParameterizedTest(name = "{0} of {1} is {3}, {4} %")
    @CsvSource({
        "7999, 10000, true, FAILED, 79.99",
        "8000, 10000, true, PASSED, 80.0",
        "10000, 10000, true, PASSED_ALL, 100.0",
        "60, 100, false, INCONCLUSIVE, 60.0",
        "0, 0, true, INCONCLUSIVE,",
    })
    void saysWhatTheGateWillSay(long passed, long total, boolean finished, String verdict, Double percent) {
        var answer = Visit.by("qa", port)
                .get(figures("", total, passed, finished ? total - passed : 0, finished ? 0 : total - passed)
                        + "&qaFinished="
                        + finished)
                .isFine()
                .body();

        assertThat(JsonPath.<String>read(answer, "$.verdict")).isEqualTo(verdict);
        assertThat(JsonPath.<Double>read(answer, "$.percent")).isEqualTo(percent);
        assertThat(JsonPath.<Integer>read(answer, "$.required")).isEqualTo(80);
    }

    @Test
    void refusesAsTheTaskWould() {
        var key = lifecycle.deployed().battery(100, 95, 5).key();

        assertThat(refusal(figures(key, 99, 99, 0, 0) + "&qaFinished=true"))
                .isEqualTo("qaTotal: '99' is fewer than the 100 tests of the battery before; repeat the whole battery");
        assertThat(refusal(figures("", 100, 79, 20, 0) + "&qaFinished=true"))
                .isEqualTo(
                        "qaTotal: '100' is not 79 passed + 20 failed + 0 blocked + 0 open, which is 99; correct one of them");
        assertThat(refusal(figures("", 100, 80, 20, 0)))
                .isEqualTo("qaFinished: missing; say whether the battery is finished, true or false");
    }

    private String refusal(String question) {
        return Visit.by("qa", port).get(question).isRefused(400).message();
    }

    private static String figures(String key, long total, long passed, long failed, long open) {
        return "/api/battery?intervention=%s&qaTotal=%d&qaPassed=%d&qaFailed=%d&qaBlocked=0&qaOpen=%d"
                .formatted(key, total, passed, failed, open);
    }
}
