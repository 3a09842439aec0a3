package com.athento.deployment.mail;

import com.athento.deployment.intervention.Token;
import com.athento.deployment.post.CommitAtOnce;
import com.athento.deployment.process.StoredTime;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The links by which readers answer: the log is read by many, a link by nobody but the recipient. */
@Component
class PersonalLinks {

    private final JdbcClient database;
    private final Clock clock;
    private final CommitAtOnce atOnce;

    PersonalLinks(JdbcClient database, Clock clock, CommitAtOnce atOnce) {
        this.database = database;
        this.clock = clock;
        this.atOnce = atOnce;
    }

    /** The mail as it leaves in this attempt: with a link of its own, of which only the digest is kept. */
    LoggedMail in(LoggedMail mail) {
        return mail.rendered().hasPersonalLink() ? mail.with(link(mail)) : mail;
    }

    private Token link(LoggedMail mail) {
        var link = Token.random();
        atOnce.of(() -> database.sql(
                        "insert into mail_link (digest, message_id, made_at) values (:digest, :messageId, :madeAt)")
                .param("digest", link.digest())
                .param("messageId", mail.messageId())
                .param("madeAt", StoredTime.of(clock.instant()))
                .update());
        return link;
    }
}
