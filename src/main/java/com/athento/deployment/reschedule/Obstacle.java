package com.athento.deployment.reschedule;

import com.athento.deployment.intervention.Change;
import com.athento.deployment.intervention.ElementName;
import com.athento.deployment.intervention.Phase;
import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.process.Elements;
import com.athento.deployment.record.Planned;
import com.athento.deployment.schedule.ClientTime;

/** Why an intervention cannot be changed, where nothing waits for a change. */
record Obstacle(Planned planned, Change change) {

    Sentence sentence() {
        var done = change == Change.CANCEL ? "cancelled" : "rescheduled";
        if (planned.phase() == Phase.ENDED) {
            return over("refused.change.ended", done);
        }
        if (planned.actualStart().isPresent()) {
            return Sentence.of(
                    "refused.change.started." + done,
                    planned.interventionKey(),
                    ClientTime.of(planned.actualStart().get(), planned.zone()));
        }
        if (planned.outcome().isPresent()) {
            return over("refused.change.ending", done);
        }
        return Sentence.of(
                "refused.change.being-revised", planned.interventionKey(), new ElementName(Elements.REVISE_REQUEST));
    }

    private Sentence over(String code, String done) {
        var too = Sentence.of("refused.change.no-longer." + done);
        return planned.outcome()
                .map(outcome -> Sentence.of(code + ".as", planned.interventionKey(), outcome, too))
                .orElseGet(() -> Sentence.of(code, planned.interventionKey(), too));
    }
}
