package com.athento.deployment.statuspage;

import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.PublicState;
import java.time.Duration;
import java.time.Instant;

/**
 * What the client's people may know of an intervention from one moment on. Whatever is shown of an intervention is made
 * of these: nothing internal can slip through.
 *
 * @param id rises with each update of any intervention
 * @param fromVersion null where no version moves, or nobody knew it
 * @param targetVersion null where no version moves
 * @param windowStart the agreed start as it was then
 * @param movedFrom the start that was agreed before and no longer holds; null where none was
 * @param minutes how long users cannot work at most
 * @param at when it became so
 * @param startUntil until when it may start; null where nobody said so
 * @param spent how many minutes they could not; null until they can again, or where nobody counted
 */
public record StatusUpdate(
        long id,
        String key,
        String instance,
        PublicState state,
        ChangeKind kind,
        String fromVersion,
        String targetVersion,
        Instant windowStart,
        Instant movedFrom,
        int minutes,
        Instant at,
        Integer spent,
        Instant startUntil) {

    public Instant windowEnd() {
        return windowStart.plus(Duration.ofMinutes(minutes));
    }
}
