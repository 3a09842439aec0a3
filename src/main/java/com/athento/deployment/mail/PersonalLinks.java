package com.athento.deployment.mail;

import com.athento.deployment.intervention.Token;
import com.athento.deployment.post.CommitAtOnce;
import com.athento.deployment.process.StoredTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/** The links by which readers answer: the log is read by many, a link by nobody but the recipient. */
@Component
class PersonalLinks {

    private static final String INSERT =
            "insert into mail_link (digest, message_id, made_at) values (:digest, :messageId, :madeAt)";

    private final NamedParameterJdbcOperations batches;
    private final Clock clock;
    private final CommitAtOnce atOnce;

    PersonalLinks(NamedParameterJdbcOperations batches, Clock clock, CommitAtOnce atOnce) {
        this.batches = batches;
        this.clock = clock;
        this.atOnce = atOnce;
    }

    /**
     * The mail as it leaves in this attempt: with a link of its own, of which only the digest is kept. One that has its
     * link stays as it is.
     */
    MailInHand in(MailInHand mail) {
        if (!mail.rendered().hasPersonalLink()) {
            return mail;
        }
        var link = Token.random();
        atOnce.update(links -> links.sql(INSERT).paramSource(row(mail, link)));
        return mail.with(link);
    }

    /** The same for the mails of a first attempt, in the transaction that puts them on record. */
    List<MailInHand> in(List<MailInHand> mails) {
        var kept = new ArrayList<SqlParameterSource>();
        var linked = mails.stream().map(mail -> linked(mail, kept)).toList();
        if (!kept.isEmpty()) {
            batches.batchUpdate(INSERT, kept.toArray(SqlParameterSource[]::new));
        }
        return linked;
    }

    private MailInHand linked(MailInHand mail, List<SqlParameterSource> kept) {
        if (!mail.rendered().hasPersonalLink()) {
            return mail;
        }
        var link = Token.random();
        kept.add(row(mail, link));
        return mail.with(link);
    }

    private SqlParameterSource row(MailInHand mail, Token link) {
        return new MapSqlParameterSource("digest", link.digest())
                .addValue("messageId", mail.mail().messageId())
                .addValue("madeAt", StoredTime.of(clock.instant()));
    }
}
