package com.athento.deployment.turn;

import com.athento.deployment.post.CommitAtOnce;
import com.athento.deployment.process.StoredTime;
import com.athento.deployment.process.jobs.ToBeContinued;
import com.athento.deployment.turn.TurnMail.State;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What one attempt tells one reader: nobody else has it in hand until that is over. */
@Component
class TurnMailsInHand {

    private final JdbcClient database;
    private final Clock clock;
    private final CommitAtOnce atOnce;

    TurnMailsInHand(JdbcClient database, Clock clock, CommitAtOnce atOnce) {
        this.database = database;
        this.clock = clock;
        this.atOnce = atOnce;
    }

    /**
     * Takes what is to leave for the reader of that row in one mail: the urgent by itself, the others together.
     *
     * @return nothing if all of it has left
     * @throws ToBeContinued if another attempt has it in hand
     */
    List<TurnMail> hold(long id, Instant until) {
        return atOnce.of(() -> {
            var now = clock.instant();
            var open = open(id, now);
            return open.stream()
                    .map(Open::mail)
                    .filter(mail -> mail.id() == id)
                    .findFirst()
                    .map(mail -> taken(together(mail, open, now), until))
                    .orElse(List.of());
        });
    }

    /** @param isDue whether it leaves with whatever else leaves now */
    private record Open(TurnMail mail, boolean isDue) {}

    /**
     * Of the reader of that row, whose address stays; in the order of ids, so that two attempts for one reader never
     * block each other.
     */
    private List<Open> open(long id, Instant now) {
        return database.sql("""
                        select turn_mail.*, state = 'WAITING' and urgent = false and due_at <= :dueAt as is_due
                        from turn_mail
                        where address = (select address from turn_mail where id = :id)
                            and (state in ('WAITING', 'SENDING') or id = :id)
                        order by id for update""")
                .param("dueAt", StoredTime.of(now))
                .param("id", id)
                .query((row, number) -> new Open(TurnMail.of(row, number), row.getBoolean("is_due")))
                .list();
    }

    private static List<TurnMail> together(TurnMail own, List<Open> open, Instant now) {
        if (own.state() == State.SENDING) {
            refuseIfHeld(own, now);
            return open.stream().map(Open::mail).filter(own::isInTheSameMail).toList();
        }
        if (own.urgent()) {
            return own.isOver() ? List.of() : List.of(own);
        }
        return open.stream()
                .filter(one -> one.mail().id() == own.id() ? !own.isOver() : one.isDue())
                .map(Open::mail)
                .toList();
    }

    private static void refuseIfHeld(TurnMail mail, Instant now) {
        mail.heldUntil().filter(held -> held.isAfter(now)).ifPresent(held -> {
            throw new ToBeContinued(held, "Another attempt is sending this mail; this one goes on when that is over");
        });
    }

    /** The same mail as before, if an earlier attempt may have sent it. */
    private List<TurnMail> taken(List<TurnMail> mails, Instant until) {
        if (mails.isEmpty()) {
            return mails;
        }
        var first = mails.get(0);
        var mail = first.state() == State.SENDING
                ? first.mail()
                : UUID.randomUUID().toString();
        database.sql("""
                        update turn_mail set state = 'SENDING', mail = :mail, held_until = :until, changed_at = :now
                        where id in (:ids)""")
                .param("mail", mail)
                .param("until", StoredTime.of(until))
                .param("now", StoredTime.of(clock.instant()))
                .param("ids", ids(mails))
                .update();
        return mails.stream().map(one -> one.sending(mail, until)).toList();
    }

    /** What became of it; from now on another attempt may have it. */
    void record(Collection<TurnMail> mails, State state) {
        if (!mails.isEmpty()) {
            atOnce.update(log -> log.sql(
                            "update turn_mail set state = :state, held_until = null, changed_at = :now where id in (:ids)")
                    .param("state", state.name())
                    .param("now", StoredTime.of(clock.instant()))
                    .param("ids", ids(mails)));
        }
    }

    private static List<Long> ids(Collection<TurnMail> mails) {
        return mails.stream().map(TurnMail::id).toList();
    }
}
