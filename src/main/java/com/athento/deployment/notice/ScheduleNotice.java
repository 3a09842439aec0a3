package com.athento.deployment.notice;

import com.athento.deployment.process.Variables;
import com.athento.deployment.record.Notices;
import com.athento.deployment.register.Register;
import java.time.Clock;
import java.time.Duration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** When to tell end users about the window as it stands now. */
@Component
class ScheduleNotice implements ExecutionListener {

    private final Register register;
    private final Notices notices;
    private final Clock clock;

    ScheduleNotice(Register register, Notices notices, Clock clock) {
        this.register = register;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution preparation) {
        var instance =
                register.instance(Variables.INSTANCE_CODE.in(preparation)).orElseThrow();
        Variables.NOTICE_AT.put(
                preparation,
                new NoticeTime(Duration.ofHours(instance.noticeHours()))
                        .of(
                                Variables.WINDOW_START.in(preparation),
                                Variables.DOWNTIME_MINUTES.in(preparation),
                                notices.last(preparation.getProcessBusinessKey()),
                                clock.instant()));
    }
}
