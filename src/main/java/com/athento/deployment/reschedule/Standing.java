package com.athento.deployment.reschedule;

import com.athento.deployment.intervention.Change;
import com.athento.deployment.intervention.Outcome;
import com.athento.deployment.intervention.Phase;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * How an intervention stands that somebody wants to change.
 *
 * @param zone the client's
 */
record Standing(
        String key,
        String processInstanceId,
        String requester,
        Phase phase,
        Optional<Outcome> outcome,
        Optional<Instant> actualStart,
        ZoneId zone) {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    /**
     * Why it cannot be changed, where nothing waits for a change.
     *
     * @param announcing whether an earlier change is on its way to those who had been told
     */
    String obstacle(Change change, boolean announcing) {
        return "intervention: '%s' %s".formatted(key, why(change, announcing));
    }

    private String why(Change change, boolean announcing) {
        var done = change == Change.CANCEL ? "cancelled" : "rescheduled";
        if (phase == Phase.ENDED) {
            return "has ended%s and can no longer be %s".formatted(as(), done);
        }
        if (actualStart.isPresent()) {
            return "cannot be %s any more: the deployment started at %s (%s)"
                    .formatted(done, MINUTES.format(actualStart.get().atZone(zone)), zone);
        }
        if (outcome.isPresent()) {
            return "is ending%s and can no longer be %s".formatted(as(), done);
        }
        return announcing
                ? "is just being changed and the change is being announced; then 'Revise the request' takes another window or withdraws it"
                : "is being revised; give another window or withdraw it in 'Revise the request'";
    }

    private String as() {
        return outcome.map(word -> " as " + word).orElse("");
    }
}
