package com.athento.deployment.mail;

import com.athento.deployment.process.Variables;
import com.athento.deployment.schedule.Night;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * Every timeout listener that reminds of an open task; its field {@code mails} says by which mail.
 * It is a job beside the task and holds nothing up; the task's end does away with it.
 */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class SendReminder implements TaskListener {

    private final MailStep step;
    private final Night night;
    private final Clock clock;

    /** The engine puts in what the model says. */
    private Expression mails;

    SendReminder(MailStep step, Night night, Clock clock) {
        this.step = step;
        this.night = night;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        var now = clock.instant();
        var morning = night.over(now, ZoneId.of(Variables.ZONE.in(task)));
        if (step.hasBegun()) {
            send(task);
        } else if (!now.isBefore(Variables.CONSENT_DEADLINE.in(task))) {
            // Now it is overdue, and that has its own step.
            return;
        } else if (morning.isAfter(now)) {
            again(morning);
        } else {
            send(task);
        }
    }

    private void send(DelegateTask task) {
        step.send(
                Mailing.parse(mails.getExpressionText()),
                task.getExecution(),
                task.getTaskDefinitionKey());
    }

    /** A job may run later than it was due, also at night. */
    private static void again(Instant morning) {
        ((TimerEntity) Context.getCommandContext().getCurrentJob())
                .createNewTimerJob(Date.from(morning));
    }
}
