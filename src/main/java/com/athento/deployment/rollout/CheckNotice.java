package com.athento.deployment.rollout;

import com.athento.deployment.intervention.Channel;
import com.athento.deployment.intervention.Channels;
import com.athento.deployment.process.Variables;
import com.athento.deployment.record.Notices;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * Whether end users know that the instance goes down now. The notice runs beside the wait for the window, so it may
 * still be on its way; whoever starts must know.
 */
@Component
class CheckNotice implements TaskListener {

    private final Notices notices;

    CheckNotice(Notices notices) {
        this.notices = notices;
    }

    @Override
    public void notify(DelegateTask task) {
        task.setVariableLocal(
                Variables.NOTICE_WARNING.name(),
                usersAreToBeWrittenTo(task) && !usersWereTold(task)
                        ? "The end users have not been told of this window: the notice has not left, or there is nobody to send it to."
                        : null);
    }

    /** A notice inside the instance needs nothing to leave. */
    private static boolean usersAreToBeWrittenTo(DelegateTask task) {
        return Channels.of(Variables.NOTICE_CHANNELS.in(task)).include(Channel.EMAIL);
    }

    private boolean usersWereTold(DelegateTask task) {
        return notices.haveLeft(
                task.getExecution().getProcessBusinessKey(),
                Variables.WINDOW_START.in(task),
                Variables.DOWNTIME_MINUTES.in(task));
    }
}
