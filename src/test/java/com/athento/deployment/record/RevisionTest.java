package com.athento.deployment.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.record.Revision.Difference;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class RevisionTest {

    private static final OffsetDateTime TEN = OffsetDateTime.parse("2027-02-06T21:00:00Z");

    @Test
    void namesEachFieldThatChanged() {
        var before = revision(1, "24.2.0", TEN, 45, null);
        var after = revision(2, "24.3.0", TEN.plusDays(1), 45, "https://notes.example");

        assertThat(after.since(before))
                .containsExactly(
                        new Difference("targetVersion", "24.2.0", "24.3.0"),
                        new Difference("windowStart", TEN, TEN.plusDays(1)),
                        new Difference("releaseNotesUrl", null, "https://notes.example"));
    }

    @Test
    void theSameInstantInAnotherOffsetIsNoChange() {
        var before = revision(1, "24.2.0", TEN, 45, null);
        var after = revision(2, "24.2.0", OffsetDateTime.parse("2027-02-06T22:00:00+01:00"), 45, null);

        assertThat(after.since(before)).isEmpty();
    }

    private static Revision revision(int number, String version, OffsetDateTime start, int minutes, String notes) {
        return new Revision(
                number,
                "product",
                TEN.minusDays(4),
                "VERSION_UPGRADE",
                "24.1.0",
                version,
                "NONE",
                null,
                start,
                "Europe/Madrid",
                minutes,
                "Monthly",
                false,
                "No flag",
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
