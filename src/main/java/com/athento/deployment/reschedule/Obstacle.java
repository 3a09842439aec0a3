package com.athento.deployment.reschedule;

import com.athento.deployment.intervention.Change;
import com.athento.deployment.intervention.Phase;
import com.athento.deployment.record.Planned;
import com.athento.deployment.schedule.ClientTime;

/** Why an intervention cannot be changed, where nothing waits for a change. */
record Obstacle(Planned planned, Change change) {

    String sentence() {
        return "intervention: '%s' %s".formatted(planned.interventionKey(), why());
    }

    private String why() {
        var done = change == Change.CANCEL ? "cancelled" : "rescheduled";
        if (planned.phase() == Phase.ENDED) {
            return "has ended%s and can no longer be %s".formatted(as(), done);
        }
        if (planned.actualStart().isPresent()) {
            return "cannot be %s any more: the deployment started at %s"
                    .formatted(done, ClientTime.of(planned.actualStart().get(), planned.zone()));
        }
        if (planned.outcome().isPresent()) {
            return "is ending%s and can no longer be %s".formatted(as(), done);
        }
        return "is being revised; give another window or withdraw it in 'Revise the request'";
    }

    private String as() {
        return planned.outcome().map(word -> " as " + word).orElse("");
    }
}
