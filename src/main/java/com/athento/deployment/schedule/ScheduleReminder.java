package com.athento.deployment.schedule;

import com.athento.deployment.process.Variables;
import java.time.Clock;
import java.time.ZoneId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * When whoever is asked now is reminded. A timer needs a date: the deadline itself stands for no
 * reminder.
 */
@Component
class ScheduleReminder implements ExecutionListener {

    private final Night night;
    private final Clock clock;

    ScheduleReminder(Night night, Clock clock) {
        this.night = night;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution asked) {
        var deadline = Variables.CONSENT_DEADLINE.in(asked);
        Variables.REMINDER_AT.put(
                asked,
                new ReminderTime(night, ZoneId.of(Variables.ZONE.in(asked)))
                        .of(clock.instant(), deadline, Variables.SEVERITY.in(asked))
                        .orElse(deadline));
    }
}
