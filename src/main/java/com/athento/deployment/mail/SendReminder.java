package com.athento.deployment.mail;

import com.athento.deployment.process.Variables;
import com.athento.deployment.schedule.Calendars;
import com.athento.deployment.schedule.Night;
import com.athento.deployment.schedule.ReminderTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * Every timeout listener that reminds of an open task; its field {@code mails} says by which mail. It is a job beside
 * the task and holds nothing up; the task's end does away with it.
 */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class SendReminder implements TaskListener {

    private final MailStep step;
    private final Night night;
    private final Calendars calendars;
    private final Clock clock;

    /** The engine puts in what the model says. */
    private Expression mails;

    SendReminder(MailStep step, Night night, Calendars calendars, Clock clock) {
        this.step = step;
        this.night = night;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        var now = clock.instant();
        var mailings = Mailing.parse(mails.getExpressionText());
        var open = open(now, mailings, task);
        if (step.hasBegun()) {
            send(mailings, task);
        } else if (isOverdue(task, now)) {
            // That has its own step.
            return;
        } else if (open.isAfter(now)) {
            again(open);
        } else {
            send(mailings, task);
        }
    }

    private static boolean isOverdue(DelegateTask task, Instant now) {
        return !now.isBefore(Variables.CONSENT_DEADLINE.in(task));
    }

    private Instant open(Instant now, List<Mailing> mailings, DelegateTask task) {
        return new ReminderTime(
                        night,
                        calendars.of(Variables.CLIENT_CODE.in(task), ZoneId.of(Variables.ZONE.in(task))),
                        mailings.stream()
                                .anyMatch(mailing -> mailing.recipients().atClient()))
                .over(now, Variables.SEVERITY.in(task));
    }

    private void send(List<Mailing> mailings, DelegateTask task) {
        step.send(mailings, task.getExecution(), task.getTaskDefinitionKey());
    }

    /** A job may run later than it was due, also when nobody is reminded. */
    private static void again(Instant open) {
        ((TimerEntity) Context.getCommandContext().getCurrentJob()).createNewTimerJob(Date.from(open));
    }
}
