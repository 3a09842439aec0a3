package com.athento.deployment.schedule.slots;

import com.athento.deployment.intervention.Severity;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;

/**
 * What a slot is wanted for.
 *
 * @param minutes of unavailability, 1 to 60
 * @param severity which decides whether there is a lead time
 * @param hour that was asked for, by the client's clock
 * @param from the day, as the client's calendar has it then, on which the search begins; nothing before this instant
 * @param count how many at most
 */
public record Wanted(int minutes, Severity severity, Optional<LocalTime> hour, Instant from, int count) {

    /** More than anybody reads. */
    public static final int MOST = 20;

    /** As many as stand beside a window. */
    public static final int FEW = 3;
}
