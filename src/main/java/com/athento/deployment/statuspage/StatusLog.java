package com.athento.deployment.statuspage;

import com.athento.deployment.intervention.PublicState;
import com.athento.deployment.process.RecordRow;
import com.athento.deployment.process.StoredTime;
import com.athento.deployment.process.Variables;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where each public state of an intervention is noted, in the transaction of whoever brings it about. */
@Component
class StatusLog {

    private static final RecordRow<LastUpdate> LAST = new RecordRow<>(LastUpdate.class);

    /**
     * Where an intervention stands with its readers.
     *
     * @param last what they were told last
     * @param isFollowed whether anybody follows the client's page by mail
     */
    record Told(Optional<LastUpdate> last, boolean isFollowed) {}

    private final JdbcClient database;
    private final Clock clock;

    StatusLog(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Told told(String key, String client) {
        return database.sql("""
                        select last.*, exists (select 1 from status_subscriber
                            where client_code = :client and confirmed_at is not null) as followed
                        from (select 1 as one) always left join (
                            select state, window_start, downtime_minutes, in_app from status_update
                            where intervention_key = :key order by id desc fetch first 1 rows only) last on true""")
                .param("key", key)
                .param("client", client)
                .query((row, number) -> new Told(
                        row.getString("state") == null ? Optional.empty() : Optional.of(LAST.mapRow(row, number)),
                        row.getBoolean("followed")))
                .single();
    }

    /** The plan may have gone on to a window that nobody was told of: the promised one it is. */
    void takeBack(String key, PublicState state) {
        var movedFrom = state == PublicState.MOVED ? "window_start" : "null";
        database.sql("""
                        insert into status_update (intervention_key, client_code, instance_code, state, change_kind,
                            from_version, target_version, window_start, moved_from, downtime_minutes, in_app, notice_at, happened_at)
                        select intervention_key, client_code, instance_code, cast(:state as varchar(20)), change_kind,
                            from_version, target_version, window_start, %s, downtime_minutes, in_app, notice_at,
                            cast(:now as timestamp with time zone)
                        from status_update
                        where id = (select max(id) from status_update where intervention_key = :key)""".formatted(movedFrom))
                .param("state", state.name())
                .param("now", now())
                .param("key", key)
                .update();
        settle(key, state);
    }

    /** @param movedFrom what was promised before, where the window is another one now */
    void note(DelegateExecution intervention, PublicState state, Optional<Instant> movedFrom) {
        var promise = Promise.of(intervention);
        database.sql("""
                        insert into status_update (intervention_key, client_code, instance_code, state, change_kind,
                            from_version, target_version, window_start, moved_from, downtime_minutes, in_app,
                            notice_at, happened_at, downtime_spent, start_until)
                        values (:key, :client, :instance, :state, :changeKind,
                            :fromVersion, :targetVersion, :start, :movedFrom, :minutes, :inApp,
                            :noticeAt, :now, :spent, :startUntil)""")
                .param("key", intervention.getProcessBusinessKey())
                .param("client", Variables.CLIENT_CODE.in(intervention))
                .param("instance", Variables.INSTANCE_CODE.in(intervention))
                .param("state", state.name())
                .param("changeKind", Variables.CHANGE_KIND.in(intervention).name())
                .param("fromVersion", Variables.FROM_VERSION.find(intervention).orElse(null))
                .param(
                        "targetVersion",
                        Variables.TARGET_VERSION.find(intervention).orElse(null))
                .param("start", StoredTime.of(promise.start()))
                .param("movedFrom", orNull(movedFrom))
                .param("minutes", promise.minutes())
                .param("inApp", promise.inApp())
                .param("noticeAt", StoredTime.of(Variables.NOTICE_AT.in(intervention)))
                .param("now", now())
                .param("spent", spent(intervention, state).orElse(null))
                .param("startUntil", orNull(Variables.START_UNTIL.find(intervention)))
                .update();
        settle(intervention.getProcessBusinessKey(), state);
    }

    /** Whoever looks for what is to come need not look at what led to this any more. */
    private void settle(String key, PublicState state) {
        if (state.isOver()) {
            database.sql("update status_update set settled = true where intervention_key = :key and settled = false")
                    .param("key", key)
                    .update();
        }
    }

    private static Optional<Integer> spent(DelegateExecution intervention, PublicState state) {
        return state.isBack() ? Variables.DOWNTIME_SPENT.find(intervention) : Optional.empty();
    }

    private OffsetDateTime now() {
        return StoredTime.of(clock.instant());
    }

    private static OffsetDateTime orNull(Optional<Instant> moment) {
        return moment.map(StoredTime::of).orElse(null);
    }
}
