package com.athento.deployment.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.record.LastNotice;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeTimeTest {

    private static final Instant WINDOW = Instant.parse("2027-02-06T21:00:00Z");

    @ParameterizedTest(name = "{0} before the window: told {1} before it")
    @CsvSource({
        "PT96H, PT48H",
        "PT48H0.001S, PT48H",
        "PT48H, PT48H",
        "PT47H59M59S, PT47H59M59S",
        "PT1M, PT1M",
    })
    void isTheLeadTimeOrNow(Duration now, Duration told) {
        assertThat(at(now, Optional.empty())).isEqualTo(WINDOW.minus(told));
    }

    @ParameterizedTest(name = "users heard of {1} for {2} minutes, revoked {0}: at once {3}")
    @CsvSource({
        "false, 2027-02-06T21:00:00Z, 45, false",
        "true, 2027-02-06T21:00:00Z, 45, true",
        "false, 2027-02-05T21:00:00Z, 45, true",
        "false, 2027-02-06T21:00:00Z, 60, true",
    })
    void isNowWhereUsersHoldAWrongDate(boolean revoked, Instant window, int minutes, boolean atOnce) {
        var last = Optional.of(new LastNotice(revoked, window, minutes));

        assertThat(at(Duration.ofHours(96), last)).isEqualTo(WINDOW.minus(Duration.ofHours(atOnce ? 96 : 48)));
    }

    private static Instant at(Duration beforeTheWindow, Optional<LastNotice> last) {
        return new NoticeTime(Duration.ofDays(2)).of(WINDOW, 45, last, WINDOW.minus(beforeTheWindow));
    }
}
