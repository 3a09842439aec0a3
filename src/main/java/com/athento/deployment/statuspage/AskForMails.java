package com.athento.deployment.statuspage;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Token;
import com.athento.deployment.process.RepeatLostRaces;
import com.athento.deployment.process.StoredTime;
import com.athento.deployment.process.jobs.LooseJobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Somebody entered an address: its owner is asked, unless that would be too much. Nobody learns here whether an address
 * is known already, and nobody can make us write to a stranger more than once an hour.
 */
@Component
public class AskForMails {

    /** Of one client: more than that is no interest in its page. */
    static final int PENDING = 100;

    static final Duration AGAIN_AFTER = Duration.ofHours(1);

    /** Then the address is forgotten. */
    static final Duration TO_CONFIRM = Duration.ofDays(2);

    private final JdbcClient database;
    private final LooseJobs jobs;
    private final Clock clock;
    private final RepeatLostRaces repeat;
    private final TransactionTemplate transaction;

    AskForMails(
            JdbcClient database,
            LooseJobs jobs,
            Clock clock,
            RepeatLostRaces repeat,
            PlatformTransactionManager transactions) {
        this.database = database;
        this.jobs = jobs;
        this.clock = clock;
        this.repeat = repeat;
        this.transaction = new TransactionTemplate(transactions);
    }

    public void ask(String clientCode, String email, Language language) {
        var asked = new Asked(clientCode, email.toLowerCase(Locale.ROOT), language, clock.instant());
        // The same address at the same moment: the second time it is known, and one mail is enough.
        repeat.of(() -> {
            transaction.executeWithoutResult(status -> note(asked));
            return null;
        });
    }

    private record Asked(String client, String address, Language language, Instant at) {}

    private void note(Asked asked) {
        forgetUnconfirmed(asked.at());
        if (isAskedAgain(asked)) {
            jobs.add(AskSubscriber.NAME, id(asked));
        } else if (!isKnown(asked) && pending(asked.client()) < PENDING) {
            insert(asked);
            jobs.add(AskSubscriber.NAME, id(asked));
        }
    }

    private void forgetUnconfirmed(Instant now) {
        database.sql("delete from status_subscriber where confirmed_at is null and asked_at < :askedAt")
                .param("askedAt", StoredTime.of(now.minus(TO_CONFIRM)))
                .update();
    }

    /** Whether they have not confirmed, and were asked long enough ago. */
    private boolean isAskedAgain(Asked asked) {
        return database.sql("""
                                update status_subscriber set asked_at = :askedAt, locale = :locale
                                where client_code = :clientCode and email = :email and confirmed_at is null and asked_at < :before""")
                        .param("askedAt", StoredTime.of(asked.at()))
                        .param("locale", asked.language().code())
                        .param("clientCode", asked.client())
                        .param("email", asked.address())
                        .param("before", StoredTime.of(asked.at().minus(AGAIN_AFTER)))
                        .update()
                > 0;
    }

    private boolean isKnown(Asked asked) {
        return database.sql("select count(*) from status_subscriber where client_code = :clientCode and email = :email")
                        .param("clientCode", asked.client())
                        .param("email", asked.address())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private int pending(String clientCode) {
        return database.sql(
                        "select count(*) from status_subscriber where client_code = :clientCode and confirmed_at is null")
                .param("clientCode", clientCode)
                .query(Integer.class)
                .single();
    }

    private void insert(Asked asked) {
        database.sql("""
                        insert into status_subscriber (client_code, email, locale, link, asked_at)
                        values (:clientCode, :email, :locale, :link, :askedAt)""")
                .param("clientCode", asked.client())
                .param("email", asked.address())
                .param("locale", asked.language().code())
                .param("link", Token.random().text())
                .param("askedAt", StoredTime.of(asked.at()))
                .update();
    }

    private String id(Asked asked) {
        return database.sql("select id from status_subscriber where client_code = :clientCode and email = :email")
                .param("clientCode", asked.client())
                .param("email", asked.address())
                .query(Long.class)
                .single()
                .toString();
    }
}
