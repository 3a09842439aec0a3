package com.athento.deployment.turn;

import com.athento.deployment.schedule.Night;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * When a mail about a task leaves. What is urgent leaves at once; the rest at full multiples of a span, so that several
 * tasks are one mail, and not at night.
 *
 * @param gather the span
 * @param zone where the readers sleep
 */
record Departure(Duration gather, Night night, ZoneId zone) {

    Instant of(Instant now, boolean urgent) {
        if (urgent) {
            return now;
        }
        var span = gather.toMillis();
        var next = (Math.floorDiv(now.toEpochMilli(), span) + 1) * span;
        return night.over(Instant.ofEpochMilli(next), zone);
    }
}
