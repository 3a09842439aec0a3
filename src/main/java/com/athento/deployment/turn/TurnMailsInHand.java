package com.athento.deployment.turn;

import com.athento.deployment.post.CommitAtOnce;
import com.athento.deployment.process.StoredTime;
import com.athento.deployment.process.jobs.ToBeContinued;
import com.athento.deployment.turn.TurnMail.State;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
            return by(id).map(known -> hold(known, until, now)).orElse(List.of());
        });
    }

    private List<TurnMail> hold(TurnMail known, Instant until, Instant now) {
        var open = open(known);
        return open.stream()
                .filter(mail -> mail.id() == known.id())
                .findFirst()
                .map(mail -> taken(together(mail, open, now), until))
                .orElse(List.of());
    }

    /** In the order of ids, so that two attempts for one reader never block each other. */
    private List<TurnMail> open(TurnMail known) {
        return database.sql("""
                        select * from turn_mail
                        where address = :address and (state in ('WAITING', 'SENDING') or id = :id)
                        order by id for update""")
                .param("address", known.address())
                .param("id", known.id())
                .query(TurnMail::of)
                .list();
    }

    private List<TurnMail> together(TurnMail own, List<TurnMail> open, Instant now) {
        if (own.state() == State.SENDING) {
            refuseIfHeld(own, now);
            return open.stream().filter(own::isInTheSameMail).toList();
        }
        if (own.urgent()) {
            return own.isOver() ? List.of() : List.of(own);
        }
        var due = due(own.address(), now);
        return open.stream()
                .filter(mail -> mail.id() == own.id() ? !mail.isOver() : due.contains(mail.id()))
                .toList();
    }

    private static void refuseIfHeld(TurnMail mail, Instant now) {
        mail.heldUntil().filter(held -> held.isAfter(now)).ifPresent(held -> {
            throw new ToBeContinued(held, "Another attempt is sending this mail; this one goes on when that is over");
        });
    }

    private Set<Long> due(String address, Instant now) {
        return database.sql("""
                        select id from turn_mail
                        where address = :address and state = 'WAITING' and urgent = false and due_at <= :dueAt""")
                .param("address", address)
                .param("dueAt", StoredTime.of(now))
                .query(Long.class)
                .set();
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
            atOnce.of(() -> database.sql(
                            "update turn_mail set state = :state, held_until = null, changed_at = :now where id in (:ids)")
                    .param("state", state.name())
                    .param("now", StoredTime.of(clock.instant()))
                    .param("ids", ids(mails))
                    .update());
        }
    }

    private Optional<TurnMail> by(long id) {
        return database.sql("select * from turn_mail where id = :id")
                .param("id", id)
                .query(TurnMail::of)
                .optional();
    }

    private static List<Long> ids(Collection<TurnMail> mails) {
        return mails.stream().map(TurnMail::id).toList();
    }
}
