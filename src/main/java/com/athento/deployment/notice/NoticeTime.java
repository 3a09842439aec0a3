package com.athento.deployment.notice;

import com.athento.deployment.record.LastNotice;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When end users are told: at the lead time, or at once where they hold a date that is wrong. */
record NoticeTime(Duration lead) {

    /** @param last what they heard, if anything */
    Instant of(Instant windowStart, int minutes, Optional<LastNotice> last, Instant now) {
        var due = windowStart.minus(lead);
        var misinformed =
                last.filter(notice -> !notice.isOf(windowStart, minutes)).isPresent();
        return misinformed || due.isBefore(now) ? now : due;
    }
}
