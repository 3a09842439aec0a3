package com.athento.deployment.rollout;

import com.athento.deployment.intervention.Channel;
import com.athento.deployment.process.StoredTime;
import com.athento.deployment.process.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether end users know that the instance goes down now. The notice runs beside the wait for the window, so it may
 * still be on its way; whoever starts must know.
 */
@Component
class CheckNotice implements TaskListener {

    private final JdbcClient database;

    CheckNotice(JdbcClient database) {
        this.database = database;
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
        return Channel.EMAIL.isAmong(Variables.NOTICE_CHANNELS.in(task));
    }

    /** A notice still in conversation with a mail server is not out. */
    private boolean usersWereTold(DelegateTask task) {
        return database.sql(
                        "select count(case when state = 'SENT' then 1 end) > 0 and count(case when state = 'SENDING' then 1 end) = 0"
                                + " from message_log where intervention_key = ? and mail = 'user-notice'"
                                + " and window_start = ? and downtime_minutes = ?")
                .params(
                        task.getExecution().getProcessBusinessKey(),
                        StoredTime.of(Variables.WINDOW_START.in(task)),
                        Variables.DOWNTIME_MINUTES.in(task))
                .query(Boolean.class)
                .single();
    }
}
