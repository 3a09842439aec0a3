package com.athento.deployment.intervention;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether the hour leaves time for a hotfix, and for the rollback should it not help.
 *
 * @param hotfixMinutes the longest unavailability of a hotfix, as the table of the types says
 * @param rollbackMinutes what going back takes on this instance
 */
public record HotfixTime(Downtime hour, int hotfixMinutes, int rollbackMinutes) {

    public boolean suffices(Instant now) {
        return hour.remainingAt(now) >= needed();
    }

    /** From when on it does not suffice any more: minutes count when they are over. */
    public Optional<Instant> end() {
        return hour.since().map(start -> start.plus(Duration.ofMinutes(hour.remainingAt(start) - needed() + 1L)));
    }

    /** How it stands, for whoever has decided. */
    public Sentence sentence(Instant now) {
        return Sentence.of(
                "refused.hotfix.time", Math.max(0, hour.remainingAt(now)), needed(), hotfixMinutes, rollbackMinutes);
    }

    /** Minutes of both. */
    public int needed() {
        return hotfixMinutes + rollbackMinutes;
    }
}
