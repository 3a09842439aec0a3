package com.athento.deployment.process.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a job may still do, by how much of its lock is left at its beginning and how long it has run. */
class JobTimeTest {

    @ParameterizedTest(name = "with a lock of {0}, after {1}")
    @CsvSource({
        "PT5M,   PT0S,       true,  true",
        "PT5M,   PT44.999S,  true,  true",
        "PT5M,   PT45S,      false, true",
        "PT5M,   PT3M59.99S, false, true",
        "PT5M,   PT4M,       false, false",
        "PT1M50S, PT43.999S, true,  true",
        "PT1M50S, PT44S,     false, true",
        "PT1M50S, PT1M27.9S, false, true",
        "PT1M50S, PT1M28S,   false, false"
    })
    void beginsForAWhileAndFinishesBeforeItsLockEnds(
            Duration left, Duration later, boolean isEnoughToBegin, boolean isEnoughToFinish) {
        // Such a clock begins anywhere, and may pass its own end.
        var clock = new AtomicLong(Long.MAX_VALUE - 7);
        var time = new JobTime(Instant.EPOCH, left, clock::get);

        clock.addAndGet(later.toNanos());

        assertThat(time.isEnoughToBegin()).isEqualTo(isEnoughToBegin);
        assertThat(time.isEnoughToFinish()).isEqualTo(isEnoughToFinish);
    }
}
