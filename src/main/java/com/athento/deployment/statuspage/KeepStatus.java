package com.athento.deployment.statuspage;

import com.athento.deployment.intervention.Channel;
import com.athento.deployment.intervention.PublicState;
import com.athento.deployment.process.PublicStateListener;
import com.athento.deployment.process.StoredTime;
import com.athento.deployment.process.Variables;
import com.athento.deployment.process.jobs.LooseJobs;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notes each public state of an intervention, in the transaction of the step that brought it about: what is shown
 * follows the process by itself, and can hold nothing up.
 */
@Component
class KeepStatus implements PublicStateListener {

    private final JdbcClient database;
    private final Subscribers subscribers;
    private final ClientsPage page;
    private final LooseJobs jobs;
    private final Clock clock;

    KeepStatus(JdbcClient database, Subscribers subscribers, ClientsPage page, LooseJobs jobs, Clock clock) {
        this.database = database;
        this.subscribers = subscribers;
        this.page = page;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public void becomes(DelegateExecution intervention, PublicState state) {
        if (isNews(intervention, state)) {
            switch (state) {
                case MOVED, CANCELLED -> takeBack(intervention, state);
                default -> note(intervention, state);
            }
            tell(intervention);
        }
    }

    /** Where nobody listens, nothing is to do. */
    private void tell(DelegateExecution intervention) {
        var client = Variables.CLIENT_CODE.in(intervention);
        var listened = subscribers.anyOf(client);
        var published = page.of(client);
        if (listened || published) {
            var update = database.sql("select max(id) from status_update where intervention_key = ?")
                    .param(intervention.getProcessBusinessKey())
                    .query(Long.class)
                    .single();
            if (listened) {
                jobs.add(TellSubscribers.NAME, String.valueOf(update));
            }
            if (published) {
                jobs.add(PublishUpdate.NAME, String.valueOf(update));
            }
        }
    }

    private boolean isNews(DelegateExecution intervention, PublicState state) {
        return switch (state) {
            // Entering the confirmation again with the same window tells nobody anything new.
            case PLANNED ->
                last(intervention)
                        .filter(last -> last.promises(window(intervention)))
                        .isEmpty();
            // What was never promised need not be taken back.
            case MOVED -> last(intervention).filter(Last::isPlanned).isPresent();
            case CANCELLED -> last(intervention).filter(Last::isToCome).isPresent();
            // A deployment that failed is being taken back: users still cannot work.
            case IN_PROGRESS -> last(intervention).filter(Last::isOutOfService).isEmpty();
            case INTERRUPTED -> last(intervention).filter(Last::isInterrupted).isEmpty();
            default -> true;
        };
    }

    private Optional<Last> last(DelegateExecution intervention) {
        return database.sql("select state, window_start, downtime_minutes, in_app from status_update"
                        + " where intervention_key = ? order by id desc fetch first 1 rows only")
                .param(intervention.getProcessBusinessKey())
                .query((row, number) -> new Last(
                        PublicState.valueOf(row.getString("state")),
                        new Promise(
                                StoredTime.in(row, "window_start").orElseThrow(),
                                row.getInt("downtime_minutes"),
                                row.getBoolean("in_app"))))
                .optional();
    }

    /** The plan may have gone on to a window that nobody was told of: the promised one it is. */
    private void takeBack(DelegateExecution intervention, PublicState state) {
        database.sql("""
                        insert into status_update (intervention_key, client_code, instance_code, state, change_kind,
                            from_version, target_version, window_start, moved_from, downtime_minutes, in_app, notice_at, happened_at)
                        select intervention_key, client_code, instance_code, cast(? as varchar(20)), change_kind,
                            from_version, target_version, window_start, %s, downtime_minutes, in_app, notice_at,
                            cast(? as timestamp with time zone)
                        from status_update
                        where id = (select max(id) from status_update where intervention_key = ?)""".formatted(state == PublicState.MOVED ? "window_start" : "null"))
                .params(state.name(), StoredTime.of(clock.instant()), intervention.getProcessBusinessKey())
                .update();
    }

    private void note(DelegateExecution intervention, PublicState state) {
        var promise = window(intervention);
        var movedFrom = last(intervention)
                .filter(last -> state == PublicState.PLANNED)
                .map(last -> last.promise().start())
                .filter(before -> !before.equals(promise.start()));
        database.sql("""
                        insert into status_update (intervention_key, client_code, instance_code, state, change_kind,
                            from_version, target_version, window_start, moved_from, downtime_minutes, in_app, notice_at, happened_at, downtime_spent, start_until)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        intervention.getProcessBusinessKey(),
                        Variables.CLIENT_CODE.in(intervention),
                        Variables.INSTANCE_CODE.in(intervention),
                        state.name(),
                        Variables.CHANGE_KIND.in(intervention).name(),
                        Variables.FROM_VERSION.find(intervention).orElse(null),
                        Variables.TARGET_VERSION.find(intervention).orElse(null),
                        StoredTime.of(promise.start()),
                        movedFrom.map(StoredTime::of).orElse(null),
                        promise.minutes(),
                        promise.inApp(),
                        StoredTime.of(Variables.NOTICE_AT.in(intervention)),
                        StoredTime.of(clock.instant()),
                        state.isBack()
                                ? Variables.DOWNTIME_SPENT.find(intervention).orElse(null)
                                : null,
                        Variables.START_UNTIL
                                .find(intervention)
                                .map(StoredTime::of)
                                .orElse(null))
                .update();
    }

    private static Promise window(DelegateExecution intervention) {
        return new Promise(
                Variables.WINDOW_START.in(intervention),
                Variables.DOWNTIME_MINUTES.in(intervention),
                Channel.IN_APP.isAmong(Variables.NOTICE_CHANNELS.in(intervention)));
    }

    /**
     * What the readers hold on to.
     *
     * @param inApp whether the instance itself shows it, too
     */
    private record Promise(Instant start, int minutes, boolean inApp) {}

    private record Last(PublicState state, Promise promise) {

        boolean isPlanned() {
            return state == PublicState.PLANNED;
        }

        boolean isToCome() {
            return isPlanned() || state == PublicState.MOVED;
        }

        boolean isOutOfService() {
            return state == PublicState.IN_PROGRESS || isInterrupted();
        }

        boolean isInterrupted() {
            return state == PublicState.INTERRUPTED;
        }

        boolean promises(Promise now) {
            return isPlanned() && promise.equals(now);
        }
    }
}
