package com.athento.deployment.statuspage;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Token;
import com.athento.deployment.process.RepeatLostRaces;
import com.athento.deployment.process.StoredTime;
import com.athento.deployment.process.jobs.LooseJobs;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who follows which client's page by mail. Nobody learns here whether an address is known already, and nobody can make
 * us write to a stranger more than once an hour.
 */
@Component
public class Subscribers {

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

    Subscribers(
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

    /** Somebody entered an address: its owner is asked, unless that would be too much. */
    public void ask(String clientCode, String email, Language language) {
        var address = email.toLowerCase(Locale.ROOT);
        // The same address at the same moment: the second time it is known, and one mail is enough.
        repeat.of(() -> {
            transaction.executeWithoutResult(status -> note(clientCode, address, language, clock.instant()));
            return null;
        });
    }

    private void note(String clientCode, String email, Language language, Instant now) {
        database.sql("delete from status_subscriber where confirmed_at is null and asked_at < ?")
                .param(StoredTime.of(now.minus(TO_CONFIRM)))
                .update();
        var again = database.sql(
                        "update status_subscriber set asked_at = ?, locale = ? where client_code = ? and email = ?"
                                + " and confirmed_at is null and asked_at < ?")
                .params(StoredTime.of(now), language.code(), clientCode, email, StoredTime.of(now.minus(AGAIN_AFTER)))
                .update();
        if (again == 0 && (isKnown(clientCode, email) || pending(clientCode) >= PENDING)) {
            return;
        }
        if (again == 0) {
            database.sql(
                            "insert into status_subscriber (client_code, email, locale, link, asked_at) values (?, ?, ?, ?, ?)")
                    .params(clientCode, email, language.code(), Token.random().text(), StoredTime.of(now))
                    .update();
        }
        var id = database.sql("select id from status_subscriber where client_code = ? and email = ?")
                .params(clientCode, email)
                .query(Long.class)
                .single();
        jobs.add(AskSubscriber.NAME, String.valueOf(id));
    }

    private boolean isKnown(String clientCode, String email) {
        return database.sql("select count(*) from status_subscriber where client_code = ? and email = ?")
                        .params(clientCode, email)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private int pending(String clientCode) {
        return database.sql("select count(*) from status_subscriber where client_code = ? and confirmed_at is null")
                .param(clientCode)
                .query(Integer.class)
                .single();
    }

    public Optional<Subscriber> by(Token link) {
        return database.sql("select * from status_subscriber where link = ?")
                .param(link.text())
                .query(Subscribers::subscriber)
                .optional();
    }

    Optional<Subscriber> by(long id) {
        return database.sql("select * from status_subscriber where id = ?")
                .param(id)
                .query(Subscribers::subscriber)
                .optional();
    }

    /** Those who confirmed. */
    List<Long> of(String clientCode) {
        return database.sql(
                        "select id from status_subscriber where client_code = ? and confirmed_at is not null order by id")
                .param(clientCode)
                .query(Long.class)
                .list();
    }

    boolean anyOf(String clientCode) {
        return database.sql("select 1 from status_subscriber where client_code = ? and confirmed_at is not null"
                        + " fetch first 1 rows only")
                .param(clientCode)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** False if there is nothing to confirm any more: it was ended or forgotten meanwhile. */
    public boolean confirm(Subscriber subscriber) {
        return repeat.of(() -> database.sql(
                                "update status_subscriber set confirmed_at = coalesce(confirmed_at, ?) where id = ?")
                        .params(StoredTime.of(clock.instant()), subscriber.id())
                        .update())
                > 0;
    }

    /** Nothing of the address is kept. */
    public void end(Token link) {
        repeat.of(() -> database.sql("delete from status_subscriber where link = ?")
                .param(link.text())
                .update());
    }

    private static Subscriber subscriber(ResultSet row, int number) throws SQLException {
        return new Subscriber(
                row.getLong("id"),
                row.getString("client_code"),
                row.getString("email"),
                Language.of(Locale.forLanguageTag(row.getString("locale"))),
                row.getString("link"),
                row.getObject("confirmed_at") != null);
    }
}
