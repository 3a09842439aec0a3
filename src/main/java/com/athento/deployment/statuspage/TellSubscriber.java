package com.athento.deployment.statuspage;

import com.athento.deployment.post.CommitAtOnce;
import com.athento.deployment.process.StoredTime;
import com.athento.deployment.process.jobs.JobTime;
import com.athento.deployment.process.jobs.LooseJob;
import com.athento.deployment.process.jobs.ToBeContinued;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One update to one subscriber, once: what is on record as sent is not sent again, and what may have left before a
 * crash leaves with the same Message-ID. One that was late is left out where it would undo what the subscriber knows
 * from a later one, or name a window that no longer holds.
 */
@Component
class TellSubscriber implements LooseJob {

    static final String NAME = "tell-subscriber";

    private final StatusUpdates updates;
    private final Subscribers subscribers;
    private final SubscriberMail mail;
    private final JdbcClient database;
    private final Clock clock;
    private final CommitAtOnce atOnce;

    TellSubscriber(
            StatusUpdates updates,
            Subscribers subscribers,
            SubscriberMail mail,
            JdbcClient database,
            Clock clock,
            CommitAtOnce atOnce) {
        this.updates = updates;
        this.subscribers = subscribers;
        this.mail = mail;
        this.database = database;
        this.clock = clock;
        this.atOnce = atOnce;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** The argument: update and subscriber. */
    @Override
    public void run(String both) {
        var ids = both.split(" ");
        var update = updates.by(Long.parseLong(ids[0]));
        var subscriber = subscribers.by(Long.parseLong(ids[1])).filter(Subscriber::confirmed);
        if (update.isPresent() && subscriber.isPresent() && !isOvertaken(update.get(), subscriber.get())) {
            var time = JobTime.ofTheRunningJob();
            var ours = new Ours(update.get(), subscriber.get(), time.until());
            if (begin(ours)) {
                send(ours, time);
            }
        }
    }

    /** One mail, and how long this attempt has it in hand. */
    private record Ours(StatusUpdate update, Subscriber subscriber, Instant until) {}

    /** A mail on record, and until when an attempt has it in hand. */
    private record OnRecord(String state, Optional<Instant> heldUntil) {}

    private boolean isOvertaken(StatusUpdate update, Subscriber subscriber) {
        return database.sql("""
                                select count(*) from status_update later
                                where later.intervention_key = ? and later.id > ?
                                and (later.state in ('PLANNED', 'MOVED', 'CANCELLED') or exists (
                                    select 1 from status_mail told
                                    where told.update_id = later.id and told.subscriber_id = ?))""")
                        .params(update.key(), update.id(), subscriber.id())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * False if it was sent already.
     *
     * @throws ToBeContinued if another attempt is sending it
     */
    private boolean begin(Ours ours) {
        return atOnce.of(() -> {
            if (hold(ours)) {
                return true;
            }
            var before = onRecord(ours);
            if (before.isEmpty()) {
                database.sql(
                                "insert into status_mail (update_id, subscriber_id, state, changed_at, held_until) values (?, ?, 'SENDING', ?, ?)")
                        .params(ours.update().id(), ours.subscriber().id(), now(), StoredTime.of(ours.until()))
                        .update();
                return true;
            }
            if (!before.get().state().equals("SENDING")) {
                return false;
            }
            throw new ToBeContinued(
                    before.get().heldUntil().orElseThrow(),
                    "Another attempt is sending this mail; this one goes on when that is over");
        });
    }

    private boolean hold(Ours ours) {
        return database.sql("update status_mail set held_until = ? where update_id = ? and subscriber_id = ?"
                                + " and state = 'SENDING' and (held_until is null or held_until <= ?)")
                        .params(
                                StoredTime.of(ours.until()),
                                ours.update().id(),
                                ours.subscriber().id(),
                                now())
                        .update()
                > 0;
    }

    private Optional<OnRecord> onRecord(Ours ours) {
        return database.sql("select state, held_until from status_mail where update_id = ? and subscriber_id = ?")
                .params(ours.update().id(), ours.subscriber().id())
                .query((row, number) -> new OnRecord(row.getString("state"), StoredTime.in(row, "held_until")))
                .optional();
    }

    private void send(Ours ours, JobTime time) {
        var subscriber = ours.subscriber();
        var update = ours.update();
        var words = mail.words(subscriber);
        var state = "SENDING";
        try {
            var taken = mail.send(
                    subscriber,
                    "<update-%d-%d@%s>".formatted(update.id(), subscriber.id(), mail.domain()),
                    update.key(),
                    "%s: %s".formatted(words.what(update), words.state(update)),
                    words.words()
                            .of(
                                    "status-mail.update.text",
                                    words.what(update),
                                    words.sentence(update),
                                    mail.page(subscriber),
                                    mail.subscription(subscriber)),
                    time);
            state = taken ? "SENT" : "REFUSED";
        } finally {
            record(ours, state);
        }
    }

    /** What became of it; from now on another attempt may have it. */
    private void record(Ours ours, String state) {
        atOnce.of(() -> database.sql(
                        "update status_mail set state = ?, changed_at = ?, held_until = nullif(held_until, ?)"
                                + " where update_id = ? and subscriber_id = ?")
                .params(
                        state,
                        now(),
                        StoredTime.of(ours.until()),
                        ours.update().id(),
                        ours.subscriber().id())
                .update());
    }

    private OffsetDateTime now() {
        return StoredTime.of(clock.instant());
    }
}
