package com.athento.deployment.schedule;

import com.athento.deployment.intervention.Interval;
import com.athento.deployment.schedule.calendars.ClientCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Windows that make sense instead of one that does not suit. */
@Component
public class NextWindows {

    private static final int OFFERED = 3;
    private static final int DAYS = 30;

    /** How long after work a window begins, where the one that does not suit was in the middle of it. */
    private static final Duration AFTER_WORK = Duration.ofHours(4);

    private final Calendars calendars;

    NextWindows(Calendars calendars) {
        this.calendars = calendars;
    }

    /**
     * The next days at the same hour, outside working hours, at a time that exists once.
     *
     * @param asked the window that does not suit; never offered itself
     * @param zone in which it was agreed
     * @param earliest nothing before this
     */
    public List<ClientTime> like(Instant asked, Duration duration, String clientCode, ZoneId zone, Instant earliest) {
        var calendar = calendars.of(clientCode, zone);
        var hour = hour(asked, duration, calendar);
        var from = earliest.atZone(zone).toLocalDate();
        return Stream.iterate(from, day -> day.plusDays(1))
                .limit(DAYS)
                .map(day -> day.atTime(hour))
                .filter(local -> zone.getRules().getValidOffsets(local).size() == 1)
                .map(local -> ClientTime.of(local.atZone(zone).toInstant(), zone))
                .filter(window -> !window.instant().isBefore(earliest))
                .filter(window -> !window.instant().equals(asked))
                .filter(window -> !calendar.isWorkedDuring(Interval.of(window.instant(), duration)))
                .limit(OFFERED)
                .toList();
    }

    private static LocalTime hour(Instant asked, Duration duration, ClientCalendar calendar) {
        var start = calendar.isWorkedDuring(Interval.of(asked, duration))
                ? calendar.endOfWorkOn(asked.atZone(calendar.zone()).toLocalDate())
                        .map(end -> end.plus(AFTER_WORK))
                        .orElse(asked)
                : asked;
        return start.atZone(calendar.zone()).toLocalTime();
    }
}
