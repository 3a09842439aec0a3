package com.athento.deployment.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HasteTest {

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "ALWAYS, NONE, true",
        "ALWAYS, BLOCKER, true",
        "BY_SEVERITY, BLOCKER, true",
        "BY_SEVERITY, CRITICAL, true",
        "BY_SEVERITY, MAJOR, false",
        "BY_SEVERITY, NONE, false"
    })
    void saysWhatCannotWait(Haste haste, Severity severity, boolean urgent) {
        assertThat(haste.isUrgent(severity)).isEqualTo(urgent);
    }
}
