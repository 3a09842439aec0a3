package com.athento.deployment.turn;

import com.athento.deployment.post.CommitAtOnce;
import com.athento.deployment.process.StoredTime;
import com.athento.deployment.process.jobs.LooseJobs;
import com.athento.deployment.process.jobs.ToBeContinued;
import com.athento.deployment.turn.TurnMail.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Who is to be told of which task, and who has been. */
@Component
class TurnMails {

    /** Until a job that is due so far ahead runs, every node sees what is on record now. */
    private static final Duration SURELY_AHEAD = Duration.ofSeconds(30);

    private final JdbcClient database;
    private final ObjectProvider<LooseJobs> jobs;
    private final Clock clock;
    private final CommitAtOnce atOnce;

    TurnMails(JdbcClient database, ObjectProvider<LooseJobs> jobs, Clock clock, CommitAtOnce atOnce) {
        this.database = database;
        this.jobs = jobs;
        this.clock = clock;
        this.atOnce = atOnce;
    }

    /** In the transaction that makes the task: if that is rolled back, nobody hears of it. */
    void add(String task, Set<String> addresses, boolean urgent, Instant due) {
        add(task, Occasion.APPEARED, 0, addresses, urgent, due);
    }

    /**
     * In the transaction of whoever finds it out.
     *
     * @param round how often they have been told for that reason before
     */
    void add(String task, Occasion occasion, int round, Set<String> addresses, boolean urgent, Instant due) {
        for (var address : addresses) {
            var isCarried = !urgent && isCarried(address, due);
            var id = insert(task, address, occasion, round, urgent, due, State.WAITING);
            if (!isCarried) {
                tell(id, urgent ? null : due);
            }
        }
    }

    /** Nobody is told of it, unless it is given back. */
    void keep(String task, Set<String> addresses, boolean urgent, Instant due) {
        addresses.forEach(address -> insert(task, address, Occasion.APPEARED, 0, urgent, due, State.OBSOLETE));
    }

    private long insert(
            String task, String address, Occasion occasion, int round, boolean urgent, Instant due, State state) {
        var key = new GeneratedKeyHolder();
        database.sql(
                        "insert into turn_mail (task, address, occasion, round, urgent, due_at, state, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        task,
                        address,
                        occasion.name(),
                        round,
                        urgent,
                        StoredTime.of(due),
                        state.name(),
                        StoredTime.of(clock.instant()))
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }

    /** A job that is still ahead takes along whatever waits by then. */
    private boolean isCarried(String address, Instant due) {
        return due.isAfter(clock.instant().plus(SURELY_AHEAD))
                && database.sql("""
                                        select count(*) from turn_mail
                                        where address = ? and state = 'WAITING' and urgent = false and due_at = ?""")
                                .params(address, StoredTime.of(due))
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    /** Somebody gave the task back: whoever was not told, because it was taken, is told now. */
    void addAgain(String task, Instant due) {
        database
                .sql("select * from turn_mail where task = ? and occasion = 'APPEARED' order by id")
                .param(task)
                .query(TurnMail::of)
                .list()
                .stream()
                .filter(mail -> !mail.isOver())
                .forEach(mail -> tell(mail.id(), mail.urgent() ? null : due));
    }

    private void tell(long id, Instant due) {
        jobs.getObject().add(TellTurn.NAME, String.valueOf(id), due);
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
            var own = by(id);
            if (own.isEmpty()) {
                return List.of();
            }
            // In the order of ids, so that two attempts for one reader never block each
            // other.
            var open = database.sql("""
                                            select * from turn_mail
                                            where address = ? and (state in ('WAITING', 'SENDING') or id = ?)
                                            order by id for update""")
                    .params(own.get().address(), id)
                    .query(TurnMail::of)
                    .list();
            return open.stream()
                    .filter(mail -> mail.id() == id)
                    .findFirst()
                    .map(mail -> taken(together(mail, open, now), until))
                    .orElse(List.of());
        });
    }

    private List<TurnMail> together(TurnMail own, List<TurnMail> open, Instant now) {
        if (own.state() == State.SENDING) {
            own.heldUntil().filter(held -> held.isAfter(now)).ifPresent(held -> {
                throw new ToBeContinued(
                        held, "Another attempt is sending this mail; this one goes on when that is over");
            });
            return open.stream()
                    .filter(mail -> mail.state() == State.SENDING)
                    .filter(mail -> own.mail().equals(mail.mail()))
                    .toList();
        }
        if (own.urgent()) {
            return own.isOver() ? List.of() : List.of(own);
        }
        var due = due(own.address(), now);
        return open.stream()
                .filter(mail -> mail.id() == own.id() ? !mail.isOver() : due.contains(mail.id()))
                .toList();
    }

    private Set<Long> due(String address, Instant now) {
        return database.sql("""
                        select id from turn_mail
                        where address = ? and state = 'WAITING' and urgent = false and due_at <= ?""")
                .params(address, StoredTime.of(now))
                .query(Long.class)
                .set();
    }

    /** The same mail as before, if an earlier attempt may have sent it. */
    private List<TurnMail> taken(List<TurnMail> mails, Instant until) {
        if (mails.isEmpty()) {
            return mails;
        }
        var mail = mails.get(0).state() == State.SENDING
                ? mails.get(0).mail()
                : UUID.randomUUID().toString();
        database.sql(
                        "update turn_mail set state = 'SENDING', mail = :mail, held_until = :until, changed_at = :now where id in (:ids)")
                .param("mail", mail)
                .param("until", StoredTime.of(until))
                .param("now", StoredTime.of(clock.instant()))
                .param("ids", ids(mails))
                .update();
        return mails.stream()
                .map(one -> new TurnMail(
                        one.id(),
                        one.task(),
                        one.address(),
                        one.occasion(),
                        one.round(),
                        one.urgent(),
                        State.SENDING,
                        mail,
                        Optional.of(until)))
                .toList();
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
        return database.sql("select * from turn_mail where id = ?")
                .param(id)
                .query(TurnMail::of)
                .optional();
    }

    private static List<Long> ids(Collection<TurnMail> mails) {
        return mails.stream().map(TurnMail::id).toList();
    }
}
