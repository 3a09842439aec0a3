package com.athento.deployment.mail;

import com.athento.deployment.mail.LoggedMail.State;
import com.athento.deployment.post.CommitAtOnce;
import com.athento.deployment.process.StoredTime;
import com.athento.deployment.process.jobs.ToBeContinued;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A mail is in the hands of one attempt at a time: whoever runs the same job beside it, because of a lock that ran out
 * or by hand, sends it no second time.
 */
@Component
class MailsInHand {

    /** One mail. */
    private static final String ROW = "job = :job and mail = :mail and recipients_role = :role and chunk = :chunk";

    private static final String UPDATE =
            "update message_log set state = :state, accepted = :accepted, refused = :refused, sent_at = :sentAt";

    private final JdbcClient database;
    private final Clock clock;
    private final CommitAtOnce atOnce;

    MailsInHand(JdbcClient database, Clock clock, CommitAtOnce atOnce) {
        this.database = database;
        this.clock = clock;
        this.atOnce = atOnce;
    }

    /**
     * Keeps a mail for one attempt to send it, until that is over.
     *
     * @return the mail as it stands now; it may have been sent meanwhile
     * @throws ToBeContinued if another attempt is at it
     */
    MailInHand take(LoggedMail mail, Instant until) {
        return atOnce.of(() -> {
            var current = current(mail, MailsInHand::inHand);
            database.sql("update message_log set held_until = :until where " + ROW)
                    .param("until", StoredTime.of(until))
                    .params(row(mail))
                    .update();
            return current;
        });
    }

    private static MailInHand inHand(ResultSet row, int number) throws SQLException {
        var mail = MessageRow.mail(row, number);
        return new MailInHand(mail.state() == State.REFUSED ? mail.again() : mail, MessageRow.rendered(row));
    }

    /** As it stands; until the transaction ends nobody else gets it. */
    private <T> T current(LoggedMail mail, RowMapper<T> as) {
        return database.sql("select * from message_log where " + ROW + " for update")
                .params(row(mail))
                .query((row, number) -> {
                    refuseIfHeld(StoredTime.in(row, "held_until"), mail);
                    return as.mapRow(row, number);
                })
                .single();
    }

    private void refuseIfHeld(Optional<Instant> until, LoggedMail mail) {
        until.filter(clock.instant()::isBefore).ifPresent(held -> {
            throw new ToBeContinued(
                    held,
                    "Another attempt is sending the mail '%s'; this one goes on when that is over"
                            .formatted(mail.mailing().template()));
        });
    }

    /**
     * Keeps what an attempt came to; from now on another one may have it.
     *
     * @param until as it was taken for this attempt
     */
    void putBack(LoggedMail mail, Instant until) {
        atOnce.update(
                log -> log.sql(UPDATE + ", held_until = nullif(held_until, :until), tries = tries + 1 where " + ROW)
                        .params(standing(mail))
                        .param("until", StoredTime.of(until))
                        .params(row(mail)));
    }

    /**
     * Lets go of what an attempt had in hand and has not come to: the next one need not wait for its end.
     *
     * @param until as it was taken for this attempt
     */
    void letGo(String job, Instant until) {
        atOnce.update(
                log -> log.sql("update message_log set held_until = null where job = :job and held_until = :until")
                        .param("job", job)
                        .param("until", StoredTime.of(until)));
    }

    /**
     * Nobody else gets it any more; in the transaction of whoever finds that out.
     *
     * @throws ToBeContinued if another attempt is at it
     */
    void giveUp(LoggedMail mail) {
        var current = current(mail, MessageRow::mail);
        // Another attempt may have been through with it a moment ago.
        if (current.state() == State.SENDING) {
            database.sql(UPDATE + " where " + ROW)
                    .params(standing(current.givenUp()))
                    .params(row(mail))
                    .update();
        }
    }

    private static Map<String, ?> row(LoggedMail mail) {
        return Map.of(
                "job", mail.job(),
                "mail", mail.mailing().template(),
                "role", mail.mailing().recipients().name(),
                "chunk", mail.chunk());
    }

    private Map<String, ?> standing(LoggedMail mail) {
        var standing = new HashMap<String, Object>();
        standing.put("state", mail.state().name());
        standing.put("accepted", mail.state() == State.SENDING ? MessageRow.text(mail.accepted()) : null);
        standing.put("refused", MessageRow.text(mail.refused()));
        standing.put("sentAt", mail.isSent() ? now() : null);
        return standing;
    }

    private OffsetDateTime now() {
        return StoredTime.of(clock.instant());
    }
}
