package com.athento.deployment.schedule.calendars;

import com.athento.deployment.intervention.Interval;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * A part of a day.
 *
 * @param from its first moment
 * @param to the first one after it, later on the same day
 */
public record DayRange(TimeOfDay from, TimeOfDay to) {

    boolean overlaps(DayRange other) {
        return from.compareTo(other.to) < 0 && other.from.compareTo(to) < 0;
    }

    List<Interval> on(LocalDate day, ZoneId zone) {
        return LocalTimes.between(from.on(day), to.on(day), zone);
    }

    /** As it is written: {@code 08:00-14:00}. */
    @Override
    public String toString() {
        return from + "-" + to;
    }
}
