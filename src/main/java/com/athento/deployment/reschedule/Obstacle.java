package com.athento.deployment.reschedule;

import com.athento.deployment.intervention.Change;
import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.Outcome;
import com.athento.deployment.intervention.Phase;
import com.athento.deployment.intervention.Window;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * How an intervention stands that somebody wants to change.
 *
 * @param zone the client's
 * @param window that is planned; empty where the request ended at once and named none
 * @param kind of change that is planned
 * @param model the version that it follows, as the engine knows it
 */
record Obstacle(
        String key,
        String processInstanceId,
        String requester,
        Phase phase,
        Optional<Outcome> outcome,
        Optional<Instant> actualStart,
        ZoneId zone,
        Optional<Window> window,
        ChangeKind kind,
        String model) {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    /** Why it cannot be changed, where nothing waits for a change. */
    String obstacle(Change change) {
        return "intervention: '%s' %s".formatted(key, why(change));
    }

    private String why(Change change) {
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
        return "is being revised; give another window or withdraw it in 'Revise the request'";
    }

    private String as() {
        return outcome.map(word -> " as " + word).orElse("");
    }
}
