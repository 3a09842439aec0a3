package com.athento.deployment.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Until when an agreed window may be started. */
@Component
public class StartTimes {

    /** A start in the last minute that is right is right until that minute is over. */
    private static final Duration REST_OF_THE_MINUTE = Duration.ofSeconds(59);

    private final StartTolerance settings;
    private final WorkingHours work;

    StartTimes(StartTolerance settings, WorkingHours work) {
        this.settings = settings;
        this.work = work;
    }

    /**
     * The last moment at which it may start: the tolerance, or earlier where users could not work when the client
     * begins to. Where the plan itself lies in working hours, that was agreed.
     *
     * @param start the agreed one
     * @param minutes expected unavailability, from whenever it starts
     * @param zone the client's
     */
    public Instant latest(Instant start, int minutes, ZoneId zone) {
        var tolerated = start.plus(settings.tolerance());
        var unavailable = Duration.ofMinutes(minutes);
        if (work.overlaps(start, unavailable, zone)) {
            return tolerated;
        }
        var beforeWork =
                work.over(start.plus(unavailable), zone).minus(unavailable).plus(REST_OF_THE_MINUTE);
        return beforeWork.isBefore(tolerated) ? beforeWork : tolerated;
    }
}
