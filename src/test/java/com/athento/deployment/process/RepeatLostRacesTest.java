package com.athento.deployment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is done again, and how often. */
class RepeatLostRacesTest {

    private final RepeatLostRaces repeat = new RepeatLostRaces();
    private final AtomicInteger attempts = new AtomicInteger();

    @AfterEach
    void noTransaction() {
        TransactionSynchronizationManager.setActualTransactionActive(false);
    }

    @Test
    void whatLostTwiceSucceedsTheThirdTime() {
        assertThat(repeat.of(losing(2))).isEqualTo("done");
        assertThat(attempts).hasValue(3);
    }

    @Test
    void whatLosesEachTimeEndsWithTheLastFailure() {
        assertThatThrownBy(() -> repeat.of(losing(100))).isInstanceOf(OptimisticLockingException.class);
        assertThat(attempts).hasValue(8);
    }

    @Test
    void aRefusalIsNotRepeated() {
        assertThatThrownBy(() -> repeat.of(() -> {
                    attempts.incrementAndGet();
                    throw Refused.because("refused.say-why");
                }))
                .isInstanceOf(Refused.class);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void aPartOfATransactionIsNotRepeatedWithoutTheRest() {
        TransactionSynchronizationManager.setActualTransactionActive(true);

        assertThatThrownBy(() -> repeat.of(losing(1))).isInstanceOf(OptimisticLockingException.class);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void whoeverStopsTheNodeDoesNotWait() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> repeat.of(losing(1))).isInstanceOf(OptimisticLockingException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private Supplier<String> losing(int times) {
        return () -> {
            if (attempts.incrementAndGet() <= times) {
                throw new OptimisticLockingException("updated meanwhile");
            }
            return "done";
        };
    }
}
