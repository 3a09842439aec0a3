package com.athento.deployment.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often one address may try. */
class AttemptsTest {

    private final Attempts attempts = new Attempts(5);

    @Test
    void theSixthWithinAMinuteIsTooOften() {
        assertThat(IntStream.range(0, 6).mapToObj(n -> attempts.allow("192.0.2.1")))
                .containsExactly(true, true, true, true, true, false);
    }

    @Test
    void anotherAddressHasItsOwnCount() {
        IntStream.range(0, 6).forEach(n -> attempts.allow("192.0.2.1"));

        assertThat(attempts.allow("192.0.2.2")).isTrue();
    }

    @Test
    void inIpv6ANetworkIsOneReader() {
        IntStream.range(0, 5).forEach(n -> attempts.allow("2001:db8:0:1:0:0:0:" + n));

        assertThat(attempts.allow("2001:db8:0:1:aaaa:0:0:1")).isFalse();
        assertThat(attempts.allow("2001:db8:0:2:0:0:0:1")).isTrue();
    }
}
