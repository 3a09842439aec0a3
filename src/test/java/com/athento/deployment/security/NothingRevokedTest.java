package com.athento.deployment.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class NothingRevokedTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
    private final NothingRevoked nothingRevoked = new NothingRevoked(Duration.ofSeconds(5), now::get);

    @Test
    void isKnownOfThesePersonAndGroupsAlone() {
        nothingRevoked.note("ana", List.of("qa", "support"));

        assertThat(nothingRevoked.isKnown("ana", List.of("support", "qa"))).isTrue();
        assertThat(nothingRevoked.isKnown("ana", List.of("qa"))).isFalse();
        assertThat(nothingRevoked.isKnown("ana", null)).isFalse();
        assertThat(nothingRevoked.isKnown("eva", List.of("qa", "support"))).isFalse();
    }

    @Test
    void isKnownForFiveSecondsFromTheFirstAnswer() {
        nothingRevoked.note("ana", null);
        now.addAndGet(TimeUnit.SECONDS.toNanos(5) - 1);
        nothingRevoked.note("ana", null);
        assertThat(nothingRevoked.isKnown("ana", null)).isTrue();

        now.incrementAndGet();
        assertThat(nothingRevoked.isKnown("ana", null)).isFalse();

        nothingRevoked.note("ana", null);
        assertThat(nothingRevoked.isKnown("ana", null)).isTrue();
    }

    @Test
    void isForgotten() {
        nothingRevoked.note("ana", null);

        nothingRevoked.forget();

        assertThat(nothingRevoked.isKnown("ana", null)).isFalse();
    }
}
