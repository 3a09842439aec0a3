package com.athento.deployment.intervention;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How old the version of an instance is, in days of the client's calendar. Only version updates count: hotfixes and
 * configuration changes leave the day as it is.
 *
 * @param lastUpdate the day of the last version update, if anybody knows it
 * @param today the day of submission
 */
public record VersionAge(Optional<LocalDate> lastUpdate, LocalDate today) {

    public static final int WEEK = 7;

    /** A month is one of the calendar: from 31 January to 28 February. Unknown counts as older. */
    public UpdateAge age() {
        return lastUpdate.map(this::since).orElse(UpdateAge.OLDER);
    }

    /** How many days ago that was. */
    public long days(LocalDate update) {
        return ChronoUnit.DAYS.between(update, today);
    }

    /** The day on which it will count as older than today; absent where it cannot become any older. */
    public Optional<LocalDate> turns() {
        return lastUpdate.flatMap(update -> switch (age()) {
            case WEEK -> Optional.of(update.plusDays(WEEK + 1L));
            case MONTH -> Optional.of(update.plusMonths(1).plusDays(1));
            case OLDER -> Optional.empty();
        });
    }

    /** The same version on another day. */
    public VersionAge on(LocalDate day) {
        return new VersionAge(lastUpdate, day);
    }

    private UpdateAge since(LocalDate update) {
        if (days(update) <= WEEK) {
            return UpdateAge.WEEK;
        }
        return today.isAfter(update.plusMonths(1)) ? UpdateAge.OLDER : UpdateAge.MONTH;
    }
}
