package com.athento.deployment.turn;

import com.athento.deployment.process.StoredTime;
import com.athento.deployment.process.jobs.LooseJobs;
import com.athento.deployment.turn.TurnMail.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Who is to be told of which task. */
@Component
class TurnMails {

    /** Until a job that is due so far ahead runs, every node sees what is on record now. */
    private static final Duration SURELY_AHEAD = Duration.ofSeconds(30);

    private final JdbcClient database;
    private final ObjectProvider<LooseJobs> jobs;
    private final Clock clock;

    TurnMails(JdbcClient database, ObjectProvider<LooseJobs> jobs, Clock clock) {
        this.database = database;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** In the transaction that makes the task or finds it late: if that is rolled back, nobody hears of it. */
    void add(Announcement announcement, Set<String> addresses) {
        for (var address : addresses) {
            var isCarried = !announcement.urgent() && isCarried(address, announcement.due());
            var id = insert(announcement, address, State.WAITING);
            if (!isCarried) {
                tell(id, announcement.urgent() ? null : announcement.due());
            }
        }
    }

    /** Nobody is told of it, unless it is given back. */
    void keep(Announcement announcement, Set<String> addresses) {
        addresses.forEach(address -> insert(announcement, address, State.OBSOLETE));
    }

    private long insert(Announcement announcement, String address, State state) {
        var key = new GeneratedKeyHolder();
        database.sql("""
                        insert into turn_mail (task, address, occasion, round, urgent, due_at, state, changed_at)
                        values (:task, :address, :occasion, :round, :urgent, :due, :state, :now)""")
                .param("task", announcement.task())
                .param("address", address)
                .param("occasion", announcement.occasion().name())
                .param("round", announcement.round())
                .param("urgent", announcement.urgent())
                .param("due", StoredTime.of(announcement.due()))
                .param("state", state.name())
                .param("now", StoredTime.of(clock.instant()))
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }

    /** A job that is still ahead takes along whatever waits by then. */
    private boolean isCarried(String address, Instant due) {
        return due.isAfter(clock.instant().plus(SURELY_AHEAD)) && isAnyWaiting(address, due);
    }

    private boolean isAnyWaiting(String address, Instant due) {
        return database.sql("""
                                select count(*) from turn_mail
                                where address = :address and state = 'WAITING' and urgent = false and due_at = :dueAt""")
                        .param("address", address)
                        .param("dueAt", StoredTime.of(due))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Somebody gave the task back: whoever was not told, because it was taken, is told now. */
    void addAgain(String task, Instant due) {
        database
                .sql("select * from turn_mail where task = :task and occasion = 'APPEARED' order by id")
                .param("task", task)
                .query(TurnMail::of)
                .list()
                .stream()
                .filter(mail -> !mail.isOver())
                .forEach(mail -> tell(mail.id(), mail.urgent() ? null : due));
    }

    private void tell(long id, Instant due) {
        jobs.getObject().add(TellTurn.NAME, String.valueOf(id), due);
    }
}
