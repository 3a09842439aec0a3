package com.athento.deployment.notice;

import java.time.Instant;

/**
 * What end users heard last.
 *
 * @param revoked whether it was that a date no longer holds
 * @param windowStart the date that it spoke of
 */
record LastNotice(boolean revoked, Instant windowStart, int downtimeMinutes) {

    /** Whether they know exactly this window. */
    boolean isOf(Instant start, int minutes) {
        return !revoked && windowStart.equals(start) && downtimeMinutes == minutes;
    }
}
