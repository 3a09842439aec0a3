package com.athento.deployment.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.CausedByUpdate;
import com.athento.deployment.intervention.IncidentResolution;
import com.athento.deployment.intervention.Severity;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncidentTest {

    @ParameterizedTest(name = "{0}: because of {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "A SOLVED 9 maya 10, -",
                "A ROLL_BACK 8 maya 10; B ROLL_BACK 9 maya 11, B",
                "A ROLL_BACK 9 maya 11; B ROLL_BACK 8 maya 10, A",
                "A ROLL_BACK 8 nobody 10; B ROLL_BACK 9 maya 10, B",
                "A ROLL_BACK 8 maya 10; B ROLL_BACK 9 nobody 10, A",
                "A ROLL_BACK 9 maya 10; B ROLL_BACK 8 maya 10, B",
                "A ROLL_BACK 8 maya 10; B SOLVED 9 maya 11, A",
            })
    void versionWentBackForTheLastOneThenForTheConfirmedOneThenForTheFirst(String incidents, String title) {
        var demanding = Incident.demanding(Arrays.stream(incidents.split("; "))
                .map(words -> incident(words.split(" ")))
                .toList());

        assertThat(demanding.map(Incident::title).orElse(null)).isEqualTo(title);
    }

    private static Incident incident(String... words) {
        return new Incident(
                words[0],
                words[0],
                Severity.BLOCKER,
                CausedByUpdate.YES,
                "Ana",
                "support",
                hour(words[2]),
                IncidentResolution.valueOf(words[1]),
                null,
                null,
                "support",
                hour(words[4]),
                "support",
                words[3].equals("nobody") ? null : words[3]);
    }

    private static Instant hour(String hour) {
        return Instant.EPOCH.plusSeconds(3600 * Long.parseLong(hour));
    }
}
