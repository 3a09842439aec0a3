package com.athento.deployment.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.ApplicationTest;
import com.athento.deployment.process.Lifecycle.Intervention;
import java.util.List;
import org.assertj.core.api.ListAssert;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What the tests of the model share: the fixture, and a clock that is right again after each test.
 */
@ApplicationTest
abstract class PathsTest {

    @Autowired Lifecycle lifecycle;

    @AfterEach
    void rightClock() {
        ClockUtil.reset();
    }

    /** Where an intervention waits, in the ids of the model. */
    static ListAssert<String> assertWaiting(Intervention intervention) {
        return assertThat(intervention.waitsAt());
    }

    static void assertEnded(Intervention intervention, String outcome) {
        assertThat(intervention.waitsAt()).isEqualTo(List.of());
        assertThat(intervention.outcome()).isEqualTo(outcome);
    }
}
