package com.athento.deployment.record;

import java.time.Instant;

/**
 * What end users heard last.
 *
 * @param revoked whether it was that a date no longer holds
 * @param windowStart the date that it spoke of
 */
public record LastNotice(boolean revoked, Instant windowStart, int downtimeMinutes) {

    /** Whether they know exactly this window. */
    public boolean isOf(Instant start, int minutes) {
        return !revoked && windowStart.equals(start) && downtimeMinutes == minutes;
    }
}
