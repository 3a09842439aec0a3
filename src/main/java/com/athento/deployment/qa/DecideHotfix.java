package com.athento.deployment.qa;

import com.athento.deployment.intervention.HotfixDecision;
import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.Variables;
import com.athento.deployment.process.WhoActs;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * What failed is accepted, or mended while the hour allows it; beyond that only a manager may risk the hour, with a
 * reason.
 */
@Component
class DecideHotfix implements TaskListener {

    private final HotfixTimes times;
    private final Hotfixes hotfixes;
    private final WhoActs whoActs;
    private final Clock clock;

    DecideHotfix(HotfixTimes times, Hotfixes hotfixes, WhoActs whoActs, Clock clock) {
        this.times = times;
        this.hotfixes = hotfixes;
        this.whoActs = whoActs;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        var decision = Variables.HOTFIX_DECISION.required(task, "refused.give", Sentence.or("ACCEPT", "HOTFIX"));
        if (decision == HotfixDecision.HOTFIX) {
            checkTime(task);
            hotfixes.decide(
                    task.getExecution().getProcessBusinessKey(),
                    Variables.REVISION.in(task),
                    whoActs.recorded(task),
                    Variables.HOTFIX_REASON.find(task));
        }
    }

    private void checkTime(DelegateTask task) {
        var now = clock.instant();
        var time = times.of(task);
        if (!time.suffices(now)) {
            if (!whoActs.isIn(Team.MANAGERS)) {
                throw Refused.because("refused.hotfix.too-late", Variables.HOTFIX_DECISION, time.sentence(now));
            }
            Variables.HOTFIX_REASON.required(task, "refused.hotfix.late-without-reason", time.sentence(now));
        }
    }
}
