package com.athento.deployment.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.ConsentAnswer;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LastAnswerTest {

    private static final Instant WINDOW = Instant.parse("2027-02-09T20:00:00Z");

    @ParameterizedTest(name = "{0}, voided {1}, same plan {2}, proposed {3}, {4} minutes: {5}")
    @CsvSource({
        "AGREED, false, true, , 45, true",
        "AGREED, true, true, , 45, false",
        "AGREED, false, true, , 60, true",
        "OTHER_WINDOW, true, true, 2027-02-09T20:00:00Z, 45, true",
        "OTHER_WINDOW, true, true, 2027-02-09T20:01:00Z, 45, false",
        "OTHER_WINDOW, true, true, 2027-02-09T20:00:00Z, 44, false",
        "OTHER_WINDOW, true, false, 2027-02-09T20:00:00Z, 45, false",
        "DECLINED, false, true, , 45, false",
    })
    void isAYesOnlyToExactlyThis(
            ConsentAnswer answer, boolean voided, boolean samePlan, Instant proposed, int minutes, boolean covers) {
        var last = new LastAnswer(answer, voided, samePlan, Optional.ofNullable(proposed), minutes);

        assertThat(last.covers(WINDOW, 45)).isEqualTo(covers);
    }
}
