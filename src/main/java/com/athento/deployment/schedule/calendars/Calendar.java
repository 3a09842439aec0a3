package com.athento.deployment.schedule.calendars;

import java.util.List;
import java.util.Optional;

/**
 * What a client has told us of its time, all of it by its own clock.
 *
 * @param workingHours absent where what is usual holds
 * @param holidays whose public holidays are free
 * @param closed on which other days nobody works
 * @param maintenance the only times, if there are any, at which we may work
 */
public record Calendar(
        Optional<WeekHours> workingHours,
        Optional<Region> holidays,
        List<ClosedDays> closed,
        List<MaintenanceWindow> maintenance) {

    /** Of a client that has told us nothing. */
    public static final Calendar NONE = new Calendar(Optional.empty(), Optional.empty(), List.of(), List.of());
}
