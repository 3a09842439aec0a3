package com.athento.deployment.schedule.calendars;

import java.time.LocalDate;

/**
 * Days on which nobody works, whatever weekdays they are.
 *
 * @param from the first one
 * @param to the last one
 * @param name what a reader is told
 */
public record ClosedDays(LocalDate from, LocalDate to, String name) {

    boolean has(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
