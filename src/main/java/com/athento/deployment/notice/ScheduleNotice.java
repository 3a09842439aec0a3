package com.athento.deployment.notice;

import com.athento.deployment.process.StoredTime;
import com.athento.deployment.process.Variables;
import com.athento.deployment.register.Register;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When to tell end users about the window as it stands now. */
@Component
class ScheduleNotice implements ExecutionListener {

    private final Register register;
    private final JdbcClient database;
    private final Clock clock;

    ScheduleNotice(Register register, JdbcClient database, Clock clock) {
        this.register = register;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution preparation) {
        var instance = register.instance(Variables.INSTANCE_CODE.in(preparation)).orElseThrow();
        Variables.NOTICE_AT.put(
                preparation,
                new NoticeTime(Duration.ofHours(instance.noticeHours()))
                        .of(
                                Variables.WINDOW_START.in(preparation),
                                Variables.DOWNTIME_MINUTES.in(preparation),
                                last(preparation.getProcessBusinessKey()),
                                clock.instant()));
    }

    private Optional<LastNotice> last(String key) {
        return database.sql(
                        "select mail, window_start, downtime_minutes from message_log"
                                + " where intervention_key = ? and mail in ('user-notice', 'change-for-users')"
                                + " and state in ('SENDING', 'SENT') order by id desc fetch first 1 rows only")
                .param(key)
                .query(
                        (row, number) ->
                                new LastNotice(
                                        "change-for-users".equals(row.getString("mail")),
                                        StoredTime.in(row, "window_start").orElseThrow(),
                                        row.getInt("downtime_minutes")))
                .optional();
    }
}
