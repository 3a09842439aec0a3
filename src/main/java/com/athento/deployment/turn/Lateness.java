package com.athento.deployment.turn;

import com.athento.deployment.intervention.Reminding;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When somebody is told that a task is still not done.
 *
 * @param created when the task appeared
 * @param due empty if it may wait for ever
 */
record Lateness(OverdueProperties spans, Pressure pressure, Instant created, Optional<Instant> due) {

    /** What is told when. */
    record Telling(Occasion occasion, Instant at) {}

    /** What comes first, if anything does. */
    Optional<Telling> first(Reminding reminding) {
        return switch (reminding) {
            case UNTIL_DONE -> telling(Occasion.AGAIN);
            case HALFWAY, ITS_TEAM ->
                telling(due.filter(created::isBefore).isPresent() ? Occasion.HALFWAY : Occasion.OVERDUE);
            case WHEN_OVERDUE -> telling(Occasion.OVERDUE);
        };
    }

    /**
     * What follows on it, if anything does.
     *
     * @param told when the mail leaves: a night may lie between, and the next span begins then
     */
    Optional<Telling> next(Occasion occasion, Reminding reminding, Instant told) {
        return switch (occasion) {
            case HALFWAY -> telling(Occasion.OVERDUE);
            case OVERDUE ->
                Optional.of(new Telling(Occasion.ESCALATED, told.plus(spans.managers(pressure))))
                        .filter(managers -> reminding.reachesManagers());
            case AGAIN -> Optional.of(new Telling(Occasion.AGAIN, told.plus(spans.again())));
            case APPEARED, ESCALATED -> Optional.empty();
        };
    }

    /** What is said by then: half of a time that is over is no news. */
    Occasion by(Instant now, Occasion asked) {
        return asked == Occasion.HALFWAY
                        && earliest(Occasion.OVERDUE)
                                .filter(late -> !late.isAfter(now))
                                .isPresent()
                ? Occasion.OVERDUE
                : asked;
    }

    private Optional<Telling> telling(Occasion occasion) {
        return earliest(occasion).map(at -> new Telling(occasion, at));
    }

    /** The earliest moment for it; empty where the task is not due at all. */
    Optional<Instant> earliest(Occasion occasion) {
        return switch (occasion) {
            case APPEARED -> Optional.of(created);
            case HALFWAY ->
                due.map(moment -> created.plus(Duration.between(created, moment).dividedBy(2)));
            case OVERDUE -> overdue();
            case ESCALATED -> overdue().map(told -> told.plus(spans.managers(pressure)));
            case AGAIN -> Optional.of(created.plus(spans.team(pressure)));
        };
    }

    /** Whether the managers, too, are reminded of a task that cannot wait. */
    boolean concernsManagers(Instant now) {
        return !now.isBefore(created.plus(spans.team(pressure)).plus(spans.managers(pressure)));
    }

    /** A task that appears after it was due has its time from then on. */
    private Optional<Instant> overdue() {
        return due.map(moment -> moment.isAfter(created) ? moment : created)
                .map(base -> base.plus(spans.team(pressure)));
    }
}
