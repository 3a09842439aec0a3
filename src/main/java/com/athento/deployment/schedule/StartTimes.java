package com.athento.deployment.schedule;

import com.athento.deployment.intervention.Interval;
import com.athento.deployment.schedule.calendars.ClientCalendar;
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
    private final Calendars calendars;

    StartTimes(StartTolerance settings, Calendars calendars) {
        this.settings = settings;
        this.calendars = calendars;
    }

    /**
     * The last moment at which it may start: the tolerance, or earlier where users could not work when the client
     * begins to. Where the plan itself lies in working hours, that was agreed.
     *
     * @param start the agreed one
     * @param minutes expected unavailability, from whenever it starts
     * @param zone in which it was agreed
     */
    public Instant latest(Instant start, int minutes, String clientCode, ZoneId zone) {
        return latest(start, minutes, calendars.of(clientCode, zone));
    }

    Instant latest(Instant start, int minutes, ClientCalendar calendar) {
        var tolerated = start.plus(settings.tolerance());
        var unavailable = Duration.ofMinutes(minutes);
        if (calendar.isWorkedDuring(Interval.of(start, unavailable))) {
            return tolerated;
        }
        return calendar.over(start.plus(unavailable))
                .map(work -> work.minus(unavailable).plus(REST_OF_THE_MINUTE))
                .filter(tolerated::isAfter)
                .orElse(tolerated);
    }
}
