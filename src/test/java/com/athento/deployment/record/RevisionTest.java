package com.athento.deployment.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.record.Revision.Difference;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RevisionTest {

    private static final Instant TEN = Instant.parse("2027-02-06T21:00:00Z");

    @Test
    void namesEachFieldThatChanged() {
        var before = revision(1, "24.2.0", TEN, 45, null);
        var after = revision(2, "24.3.0", TEN.plus(Duration.ofDays(1)), 45, "https://notes.example");

        assertThat(after.since(before))
                .containsExactly(
                        new Difference("targetVersion", "24.2.0", "24.3.0"),
                        new Difference("windowStart", TEN, TEN.plus(Duration.ofDays(1))),
                        new Difference("releaseNotesUrl", null, "https://notes.example"));
    }

    private static Revision revision(int number, String version, Instant start, int minutes, String notes) {
        return new Revision(
                number,
                "product",
                TEN.minus(Duration.ofDays(4)),
                ChangeKind.VERSION_UPGRADE,
                "24.1.0",
                version,
                Severity.NONE,
                null,
                start,
                "Europe/Madrid",
                minutes,
                "Monthly",
                false,
                "No flag",
                null,
                false,
                "Install",
                "Restore",
                notes,
                "EMAIL",
                null,
                null,
                null,
                null,
                null,
                1,
                1);
    }
}
