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
        var instance =
                register.instance(Variables.INSTANCE_CODE.in(preparation)).orElseThrow();
        Variables.NOTICE_AT.put(
                preparation,
                new NoticeTime(Duration.ofHours(instance.noticeHours()))
                        .of(
                                Variables.WINDOW_START.in(preparation),
                                Variables.DOWNTIME_MINUTES.in(preparation),
                                last(preparation.getProcessBusinessKey()),
                                clock.instant()));
    }

    /** By mail or inside the instance, whichever was later. */
    private Optional<LastNotice> last(String key) {
        return database.sql("""
                        select * from (
                            select created_at as heard_at, mail = 'change-for-users' as revoked, window_start, downtime_minutes
                            from message_log where intervention_key = :key
                            and mail in ('user-notice', 'change-for-users') and state in ('SENDING', 'SENT')
                            union all
                            select case when shown.notice_at > shown.happened_at then shown.notice_at
                                    else shown.happened_at end,
                                exists (select 1 from status_update later where later.intervention_key = shown.intervention_key
                                    and later.id > shown.id), shown.window_start, shown.downtime_minutes
                            from status_update shown where shown.intervention_key = :key
                            and shown.in_app = true and shown.state = 'PLANNED'
                            and shown.notice_at <= coalesce((select min(later.happened_at) from status_update later
                                where later.intervention_key = shown.intervention_key and later.id > shown.id), :now)
                        ) heard order by heard_at desc fetch first 1 rows only""")
                .param("key", key)
                .param("now", StoredTime.of(clock.instant()))
                .query((row, number) -> new LastNotice(
                        row.getBoolean("revoked"),
                        StoredTime.in(row, "window_start").orElseThrow(),
                        row.getInt("downtime_minutes")))
                .optional();
    }
}
