package com.athento.deployment.qa;

import com.athento.deployment.process.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * Tells product what a hotfix needs and until when the hour leaves that: a moment, which is as true after ten minutes
 * of thought.
 */
@Component
class OfferHotfix implements TaskListener {

    private final HotfixTimes times;

    OfferHotfix(HotfixTimes times) {
        this.times = times;
    }

    @Override
    public void notify(DelegateTask task) {
        var time = times.of(task);
        Variables.HOTFIX_MINUTES.putLocal(task, (long) time.hotfixMinutes());
        Variables.ROLLBACK_MINUTES.putLocal(task, (long) time.rollbackMinutes());
        Variables.HOTFIX_END.putLocal(task, time.end().orElse(null));
    }
}
