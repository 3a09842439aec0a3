package com.athento.deployment.turn;

import com.athento.deployment.process.StoredTime;
import com.athento.deployment.process.jobs.LooseJobs;
import com.athento.deployment.turn.TurnMail.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
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
            var added = insert(announcement, address, State.WAITING);
            if (!added.carried()) {
                tell(added.id(), announcement.urgent() ? null : announcement.due());
            }
        }
    }

    /** @param carried whether a job that is still ahead takes it along with whatever waits by then */
    private record Added(long id, boolean carried) {}

    /** Nobody is told of it, unless it is given back. */
    void keep(Announcement announcement, Set<String> addresses) {
        addresses.forEach(address -> insert(announcement, address, State.OBSOLETE));
    }

    private Added insert(Announcement announcement, String address, State state) {
        var key = new GeneratedKeyHolder();
        database.sql("""
                        insert into turn_mail (task, address, occasion, round, urgent, due_at, state, changed_at, carried)
                        values (:task, :address, :occasion, :round, :urgent, :due, :state, :now,
                            :ahead = true and exists (select 1 from turn_mail
                                where address = :address and state = 'WAITING' and urgent = false and due_at = :due))""")
                .param("task", announcement.task())
                .param("address", address)
                .param("occasion", announcement.occasion().name())
                .param("round", announcement.round())
                .param("urgent", announcement.urgent())
                .param("due", StoredTime.of(announcement.due()))
                .param("state", state.name())
                .param("now", StoredTime.of(clock.instant()))
                .param("ahead", state == State.WAITING && isAhead(announcement))
                .update(key, "id", "carried");
        var added = Objects.requireNonNull(key.getKeys());
        return new Added(((Number) added.get("id")).longValue(), (boolean) added.get("carried"));
    }

    private boolean isAhead(Announcement announcement) {
        return !announcement.urgent()
                && announcement.due().isAfter(clock.instant().plus(SURELY_AHEAD));
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
