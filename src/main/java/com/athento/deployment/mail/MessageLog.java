package com.athento.deployment.mail;

import com.athento.deployment.mail.LoggedMail.State;
import com.athento.deployment.post.CommitAtOnce;
import com.athento.deployment.process.InterventionLock;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Every mail of every intervention. What is written here is committed by itself, whatever becomes of the step: what has
 * left the house cannot be taken back.
 */
@Component
class MessageLog {

    private final JdbcClient database;
    private final NamedParameterJdbcTemplate batches;
    private final InterventionLock lock;
    private final MailsInHand inHand;
    private final PersonalLinks links;
    private final Clock clock;
    private final CommitAtOnce atOnce;

    MessageLog(
            JdbcClient database,
            NamedParameterJdbcTemplate batches,
            InterventionLock lock,
            MailsInHand inHand,
            PersonalLinks links,
            Clock clock,
            CommitAtOnce atOnce) {
        this.database = database;
        this.batches = batches;
        this.lock = lock;
        this.inHand = inHand;
        this.links = links;
        this.clock = clock;
        this.atOnce = atOnce;
    }

    /** All mails that were begun for this intervention, in order. */
    List<Told> told(String key) {
        return told(key, "");
    }

    /**
     * The same, those of this job without whom they reach: that may be many, and is read anew in each attempt. A mail
     * that waited for its turn while its step was ended has told nobody and never will.
     */
    List<Told> told(String key, String job) {
        return database.sql("""
                        select job, mail, recipients_role, window_start, downtime_minutes,
                            case when state = 'SENDING' and tries = 0 and held_until is null
                                and not exists (select 1 from act_ru_job where id_ = job)
                                then 'OBSOLETE' else state end as state,
                            case when job = :job then '' else recipients end as recipients,
                            case when job = :job then '' else refused end as refused,
                            calendar_entry is not null as with_entry, claim
                        from message_log where intervention_key = :key order by id""")
                .param("key", key)
                .param("job", job)
                .query(MessageRow::told)
                .list();
    }

    /** What an earlier attempt of this job put on record, without what it says. */
    List<LoggedMail> of(String job) {
        return database.sql("select " + MessageRow.STANDING + " from message_log where job = :job order by id")
                .param("job", job)
                .query(MessageRow::mail)
                .list();
    }

    /**
     * Puts mails on record, if the step that sends them still stands. Whoever ends the step takes the same lock before:
     * after that no mail of it starts. Whether it stands is asked behind the lock, by another statement: one that
     * waited for the lock would answer as of before. The first attempt has as many in hand from the beginning as it
     * sends.
     *
     * @param earlier what an earlier attempt of the job put on record
     * @param overtaken those of them that wait to leave and are not true any more
     * @param until when this attempt is over
     * @return what is on record for the job now; empty if there is nothing, or the step is gone and nothing may be sent
     */
    Optional<Begun> begin(
            String key,
            String job,
            List<LoggedMail> earlier,
            List<LoggedMail> overtaken,
            List<Draft> drafts,
            Instant until) {
        if (earlier.isEmpty() && drafts.isEmpty()) {
            return Optional.empty();
        }
        return atOnce.of(() -> {
            lock.take(key);
            return earlier.isEmpty() ? first(drafts, until) : again(job, overtaken, drafts);
        });
    }

    private Optional<Begun> first(List<Draft> drafts, Instant until) {
        var first = drafts.stream()
                .filter(draft -> draft.state() == State.SENDING)
                .limit(Attempt.MOST)
                .map(Draft::inHand)
                .toList();
        var held = first.stream().map(one -> one.mail().messageId()).collect(Collectors.toSet());
        return insert(drafts, draft -> Optional.of(until).filter(some -> held.contains(draft.messageId())))
                ? Optional.of(new Begun(drafts.stream().map(Draft::begun).toList(), links.in(first)))
                : Optional.empty();
    }

    private Optional<Begun> again(String job, List<LoggedMail> overtaken, List<Draft> drafts) {
        if (!stands(job)) {
            return Optional.empty();
        }
        overtaken.forEach(inHand::giveUp);
        return drafts.isEmpty() || insert(drafts, draft -> Optional.empty())
                ? Optional.of(Begun.onRecord(of(job)))
                : Optional.empty();
    }

    /** Seen from a transaction of ours. */
    private boolean stands(String job) {
        return database.sql("select id_ from act_ru_job where id_ = :id")
                .param("id", job)
                .query(String.class)
                .optional()
                .isPresent();
    }

    /** One batch; false if the step is gone. */
    private boolean insert(List<Draft> drafts, Function<Draft, Optional<Instant>> until) {
        var now = clock.instant();
        var inserted = batches.batchUpdate(
                MessageRow.INSERT,
                drafts.stream()
                        .map(draft -> MessageRow.of(draft, now, until.apply(draft)))
                        .toArray(SqlParameterSource[]::new));
        return Arrays.stream(inserted).allMatch(rows -> rows == 1);
    }
}
