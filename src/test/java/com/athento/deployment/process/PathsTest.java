package com.athento.deployment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.athento.deployment.ApplicationTest;
import com.athento.deployment.process.Lifecycle.Intervention;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ListAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** What the tests of the model share: the fixture, and a clock that is right again after each test. */
@ApplicationTest
public abstract class PathsTest {

    @Autowired
    protected Lifecycle lifecycle;

    @Autowired
    private ProcessEngine asked;

    @BeforeEach
    void assertionsKnowTheEngine() {
        BpmnAwareTests.init(asked);
    }

    @AfterEach
    void rightClock() {
        ClockUtil.reset();
    }

    /** Where an intervention waits, in the ids of the model. */
    protected static ListAssert<String> assertWaiting(Intervention intervention) {
        return assertThat(intervention.waitsAt());
    }

    /** The engine wraps what a listener throws; the doors unwrap it. */
    protected static AbstractStringAssert<?> assertRefused(ThrowingCallable action) {
        var thrown = catchThrowable(action);
        while (thrown != null && !(thrown instanceof Refused)) {
            thrown = thrown.getCause();
        }
        assertThat(thrown).as("the refusal").isInstanceOf(Refused.class);
        return assertThat(thrown.getMessage());
    }

    protected static void assertEnded(Intervention intervention, String outcome) {
        BpmnAwareTests.assertThat(intervention.process()).isEnded();
        assertThat(intervention.outcome()).isEqualTo(outcome);
    }
}
