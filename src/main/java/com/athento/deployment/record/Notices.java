package com.athento.deployment.record;

import com.athento.deployment.intervention.PublicState;
import com.athento.deployment.process.RecordRow;
import com.athento.deployment.process.StoredTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the end users of an instance have heard about an intervention. */
@Component
public class Notices {

    private final JdbcClient database;
    private final Clock clock;

    Notices(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether all mails about this window are out; one still in conversation with a mail server is not. */
    public boolean haveLeft(String key, Instant windowStart, int downtimeMinutes) {
        return database.sql("""
                        select count(case when state = 'SENT' then 1 end) > 0
                            and count(case when state = 'SENDING' then 1 end) = 0
                        from message_log where intervention_key = :key and mail = 'user-notice'
                        and window_start = :start and downtime_minutes = :minutes""")
                .param("key", key)
                .param("start", StoredTime.of(windowStart))
                .param("minutes", downtimeMinutes)
                .query(Boolean.class)
                .single();
    }

    /** What they heard last, by mail or inside the instance, whichever was later. */
    public Optional<LastNotice> last(String key) {
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
                .query(new RecordRow<>(LastNotice.class))
                .optional();
    }

    /**
     * What was announced last of each intervention on an instance, the next window first.
     *
     * @param recently of what is over, only what happened later
     */
    public List<Announced> announced(String instance, Instant recently) {
        return database.sql("""
                        select s.*,
                            exists (select 1 from status_update told where told.intervention_key = s.intervention_key
                                and told.id < s.id and told.in_app = true and told.notice_at <= s.happened_at) as told
                        from (
                            select * from status_update
                            where instance_code = :instance and settled = false
                                and (state not in (:over) or happened_at > :recently)
                            union all
                            select * from status_update
                            where instance_code = :instance and settled = true and happened_at > :recently) s
                        where not exists (select 1 from status_update later
                            where later.intervention_key = s.intervention_key and later.id > s.id)
                        order by s.window_start""")
                .param("instance", instance)
                .param("over", PublicState.over())
                .param("recently", StoredTime.of(recently))
                .query(new RecordRow<>(Announced.class))
                .list();
    }
}
