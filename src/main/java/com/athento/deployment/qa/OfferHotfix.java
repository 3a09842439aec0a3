package com.athento.deployment.qa;

import com.athento.deployment.process.Variables;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Tells product how much of the hour is left when the decision begins. */
@Component
class OfferHotfix implements TaskListener {

    private final HotfixTimes times;
    private final Clock clock;

    OfferHotfix(HotfixTimes times, Clock clock) {
        this.times = times;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        var now = clock.instant();
        var time = times.of(task);
        Variables.HOTFIX_OFFER.putLocal(
                task,
                time.sentence(now)
                        + (time.suffices(now)
                                ? "."
                                : ": only a manager can decide on one, with a reason."));
    }
}
