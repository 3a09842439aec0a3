package com.athento.deployment.turn;

import com.athento.deployment.post.CommitAtOnce;
import com.athento.deployment.process.RecordRow;
import com.athento.deployment.process.StoredTime;
import com.athento.deployment.process.jobs.ToBeContinued;
import com.athento.deployment.turn.TurnMail.State;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is told of which freeze. */
@Component
class FreezeMails {

    private final JdbcClient database;
    private final CommitAtOnce atOnce;
    private final Clock clock;

    FreezeMails(JdbcClient database, CommitAtOnce atOnce, Clock clock) {
        this.database = database;
        this.atOnce = atOnce;
        this.clock = clock;
    }

    /** Whether that is news: nobody is told of the same freeze and intervention twice. */
    boolean add(long freeze, String key, String address) {
        if (isKnown(freeze, key, address)) {
            return false;
        }
        database.sql("""
                        insert into freeze_mail (freeze_id, intervention_key, address, state, changed_at)
                        values (:freeze, :key, :address, 'WAITING', :now)""")
                .param("freeze", freeze)
                .param("key", key)
                .param("address", address)
                .param("now", StoredTime.of(clock.instant()))
                .update();
        return true;
    }

    private boolean isKnown(long freeze, String key, String address) {
        return database.sql("""
                                select count(*) from freeze_mail
                                where freeze_id = :freeze and intervention_key = :key and address = :address""")
                        .param("freeze", freeze)
                        .param("key", key)
                        .param("address", address)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Takes what is to leave for that reader in one mail: first what an earlier attempt may have sent.
     *
     * @return nothing if all of it has left
     * @throws ToBeContinued if another attempt has it in hand
     */
    List<FreezeMail> hold(long freeze, String address, Instant until) {
        return atOnce.of(() -> {
            var open = database.sql("""
                            select * from freeze_mail
                            where freeze_id = :freeze and address = :address and state in ('WAITING', 'SENDING')
                            order by id for update""")
                    .param("freeze", freeze)
                    .param("address", address)
                    .query(new RecordRow<>(FreezeMail.class))
                    .list();
            return taken(open, until);
        });
    }

    private List<FreezeMail> taken(List<FreezeMail> open, Instant until) {
        var sending = open.stream().filter(one -> one.state() == State.SENDING).findFirst();
        sending.flatMap(FreezeMail::heldUntil)
                .filter(held -> held.isAfter(clock.instant()))
                .ifPresent(held -> {
                    throw new ToBeContinued(
                            held, "Another attempt is sending this mail; this one goes on when that is over");
                });
        var mail = sending.flatMap(FreezeMail::mail)
                .orElseGet(() -> UUID.randomUUID().toString());
        var taken = sending.isEmpty()
                ? open
                : open.stream()
                        .filter(one -> one.mail().filter(mail::equals).isPresent())
                        .toList();
        if (!taken.isEmpty()) {
            database.sql("""
                            update freeze_mail set state = 'SENDING', mail = :mail, held_until = :until,
                                changed_at = :now
                            where id in (:ids)""")
                    .param("mail", mail)
                    .param("until", StoredTime.of(until))
                    .param("now", StoredTime.of(clock.instant()))
                    .param("ids", ids(taken))
                    .update();
        }
        return taken.stream()
                .map(one -> new FreezeMail(
                        one.id(), one.interventionKey(), State.SENDING, Optional.of(mail), Optional.of(until)))
                .toList();
    }

    /** What became of it; from now on another attempt may have it. */
    void record(Collection<FreezeMail> mails, State state) {
        if (!mails.isEmpty()) {
            atOnce.of(() -> database.sql(
                            "update freeze_mail set state = :state, held_until = null, changed_at = :now where id in (:ids)")
                    .param("state", state.name())
                    .param("now", StoredTime.of(clock.instant()))
                    .param("ids", ids(mails))
                    .update());
        }
    }

    private static List<Long> ids(Collection<FreezeMail> mails) {
        return mails.stream().map(FreezeMail::id).toList();
    }
}
