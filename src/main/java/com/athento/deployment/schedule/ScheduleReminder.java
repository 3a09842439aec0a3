package com.athento.deployment.schedule;

import com.athento.deployment.process.Elements;
import com.athento.deployment.process.Variables;
import java.time.Clock;
import java.time.ZoneId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** When whoever is asked now is reminded. A timer needs a date: the deadline itself stands for no reminder. */
@Component
class ScheduleReminder implements ExecutionListener {

    private final Night night;
    private final Calendars calendars;
    private final Clock clock;

    ScheduleReminder(Night night, Calendars calendars, Clock clock) {
        this.night = night;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution asked) {
        var deadline = Variables.CONSENT_DEADLINE.in(asked);
        var time = new ReminderTime(
                night,
                calendars.of(Variables.CLIENT_CODE.in(asked), ZoneId.of(Variables.ZONE.in(asked))),
                Elements.CLIENT_CONSENT.equals(asked.getCurrentActivityId()));
        Variables.REMINDER_AT.put(
                asked,
                time.of(clock.instant(), deadline, Variables.SEVERITY.in(asked)).orElse(deadline));
    }
}
