package com.athento.deployment.statuspage;

import com.athento.deployment.post.CommitAtOnce;
import com.athento.deployment.process.RecordRow;
import com.athento.deployment.process.StoredTime;
import com.athento.deployment.process.jobs.ToBeContinued;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which update was told to which subscriber; a mail is in the hands of one attempt at a time. */
@Component
class StatusMails {

    /** How far a mail got. */
    enum State {
        SENDING,
        SENT,
        REFUSED
    }

    /** One mail, and how long this attempt has it in hand. */
    record Ours(StatusUpdate update, Subscriber subscriber, Instant until) {}

    /** A mail on record, and until when an attempt has it in hand. */
    private record OnRecord(State state, Optional<Instant> heldUntil) {}

    private static final RecordRow<OnRecord> ON_RECORD = new RecordRow<>(OnRecord.class);

    private final JdbcClient database;
    private final Clock clock;
    private final CommitAtOnce atOnce;

    StatusMails(JdbcClient database, Clock clock, CommitAtOnce atOnce) {
        this.database = database;
        this.clock = clock;
        this.atOnce = atOnce;
    }

    /** Whether it would undo what the subscriber knows from a later one, or name a window that no longer holds. */
    boolean isOvertaken(StatusUpdate update, Subscriber subscriber) {
        return database.sql("""
                                select count(*) from status_update later
                                where later.intervention_key = :key and later.id > :id
                                and (later.state in ('PLANNED', 'MOVED', 'CANCELLED') or exists (
                                    select 1 from status_mail told
                                    where told.update_id = later.id and told.subscriber_id = :subscriberId))""")
                        .param("key", update.key())
                        .param("id", update.id())
                        .param("subscriberId", subscriber.id())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * False if it was sent already.
     *
     * @throws ToBeContinued if another attempt is sending it
     */
    boolean begin(Ours ours) {
        return atOnce.of(() -> {
            var before = onRecord(ours);
            if (before.isEmpty()) {
                insert(ours);
            } else if (before.get().state() == State.SENDING) {
                refuseIfHeld(before.get());
                hold(ours);
            } else {
                return false;
            }
            return true;
        });
    }

    private void refuseIfHeld(OnRecord mail) {
        mail.heldUntil().filter(clock.instant()::isBefore).ifPresent(held -> {
            throw new ToBeContinued(held, "Another attempt is sending this mail; this one goes on when that is over");
        });
    }

    private void hold(Ours ours) {
        database.sql(
                        "update status_mail set held_until = :heldUntil where update_id = :updateId and subscriber_id = :subscriberId")
                .param("heldUntil", StoredTime.of(ours.until()))
                .param("updateId", ours.update().id())
                .param("subscriberId", ours.subscriber().id())
                .update();
    }

    /** Until the transaction ends nobody else gets it. */
    private Optional<OnRecord> onRecord(Ours ours) {
        return database.sql("""
                        select state, held_until from status_mail
                        where update_id = :updateId and subscriber_id = :subscriberId for update""")
                .param("updateId", ours.update().id())
                .param("subscriberId", ours.subscriber().id())
                .query(ON_RECORD)
                .optional();
    }

    private void insert(Ours ours) {
        database.sql("""
                        insert into status_mail (update_id, subscriber_id, state, changed_at, held_until)
                        values (:updateId, :subscriberId, 'SENDING', :changedAt, :heldUntil)""")
                .param("updateId", ours.update().id())
                .param("subscriberId", ours.subscriber().id())
                .param("changedAt", now())
                .param("heldUntil", StoredTime.of(ours.until()))
                .update();
    }

    /** What became of it; from now on another attempt may have it. */
    void record(Ours ours, State state) {
        atOnce.of(() -> database.sql("""
                        update status_mail set state = :state, changed_at = :changedAt, held_until = nullif(held_until, :until)
                        where update_id = :updateId and subscriber_id = :subscriberId""")
                .param("state", state.name())
                .param("changedAt", now())
                .param("until", StoredTime.of(ours.until()))
                .param("updateId", ours.update().id())
                .param("subscriberId", ours.subscriber().id())
                .update());
    }

    private OffsetDateTime now() {
        return StoredTime.of(clock.instant());
    }
}
