package com.athento.deployment.request;

import com.athento.deployment.intervention.UpdateAge;
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
record VersionAge(Optional<LocalDate> lastUpdate, LocalDate today) {

    static final int WEEK = 7;

    /** A month is one of the calendar: from 31 January to 28 February. Unknown counts as older. */
    UpdateAge age() {
        return lastUpdate.map(this::since).orElse(UpdateAge.OLDER);
    }

    /** How many days ago that was. */
    long days(LocalDate update) {
        return ChronoUnit.DAYS.between(update, today);
    }

    private UpdateAge since(LocalDate update) {
        if (days(update) <= WEEK) {
            return UpdateAge.WEEK;
        }
        return today.isAfter(update.plusMonths(1)) ? UpdateAge.OLDER : UpdateAge.MONTH;
    }
}
