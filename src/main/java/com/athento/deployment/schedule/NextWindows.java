package com.athento.deployment.schedule;

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

    private final WorkingHours work;

    NextWindows(WorkingHours work) {
        this.work = work;
    }

    /**
     * The next days at the same hour, outside working hours, at a time that exists once.
     *
     * @param asked the window that does not suit; never offered itself
     * @param earliest nothing before this
     */
    public List<ClientTime> like(Instant asked, Duration duration, ZoneId zone, Instant earliest) {
        var hour = hour(asked, duration, zone);
        var from = earliest.atZone(zone).toLocalDate();
        return Stream.iterate(from, day -> day.plusDays(1))
                .limit(DAYS)
                .map(day -> day.atTime(hour))
                .filter(local -> zone.getRules().getValidOffsets(local).size() == 1)
                .map(local -> ClientTime.of(local.atZone(zone).toInstant(), zone))
                .filter(window -> !window.instant().isBefore(earliest))
                .filter(window -> !window.instant().equals(asked))
                .filter(window -> !work.overlaps(window.instant(), duration, zone))
                .limit(OFFERED)
                .toList();
    }

    private LocalTime hour(Instant asked, Duration duration, ZoneId zone) {
        return work.overlaps(asked, duration, zone)
                ? work.to().plus(AFTER_WORK)
                : asked.atZone(zone).toLocalTime();
    }
}
