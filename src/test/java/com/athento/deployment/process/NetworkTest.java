package com.athento.deployment.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,            192.0.2.1,               true",
        "192.0.2.1,            192.0.2.2,               false",
        "2001:db8::1,          2001:db8:0:0:0:0:0:1,    true",
        "2001:db8::1,          2001:DB8:0:0:aaaa::2,    true",
        "2001:db8::1,          2001:db8:0:1::1,         false",
        "::ffff:192.0.2.1,     192.0.2.1,               true",
        "no:address,           no:address,              true",
        "unknown,              unknown,                 true"
    })
    void isWhatOneReaderHas(String one, String other, boolean same) {
        assertThat(Network.of(one).equals(Network.of(other))).isEqualTo(same);
    }
}
