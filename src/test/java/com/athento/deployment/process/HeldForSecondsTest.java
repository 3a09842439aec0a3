package com.athento.deployment.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HeldForSecondsTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
    private final HeldForSeconds<String> held = new HeldForSeconds<>(Duration.ofSeconds(5), now::get);

    @Test
    void isHeldOfWhatWasAskedAlone() {
        held.noteNothing("ana");

        assertThat(held.isNothing("ana")).isTrue();
        assertThat(held.isNothing("eva")).isFalse();
    }

    @Test
    void isHeldForFiveSecondsFromTheFirstAnswer() {
        held.noteNothing("ana");
        now.addAndGet(TimeUnit.SECONDS.toNanos(5) - 1);
        held.noteNothing("ana");
        assertThat(held.isNothing("ana")).isTrue();

        now.incrementAndGet();
        assertThat(held.isNothing("ana")).isFalse();

        held.noteNothing("ana");
        assertThat(held.isNothing("ana")).isTrue();
    }

    @Test
    void asksAgainAsLongAsThereIsAny() {
        assertThat(held.isAny("ana", () -> true)).isTrue();
        assertThat(held.isAny("ana", () -> false)).isFalse();

        assertThat(held.isAny("ana", () -> true)).isFalse();
        assertThat(held.isAny("eva", () -> true)).isTrue();

        held.forget();
        assertThat(held.isAny("ana", () -> true)).isTrue();
    }

    @Test
    void isForgotten() {
        held.noteNothing("ana");

        held.forget();

        assertThat(held.isNothing("ana")).isFalse();
    }
}
