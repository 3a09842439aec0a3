package com.athento.deployment.schedule.planning;

import com.athento.deployment.intervention.Token;
import com.athento.deployment.process.RepeatLostRaces;
import com.athento.deployment.process.StoredTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The secret addresses of the accounts' own calendars: each has one at most, and it is told once. */
@Component
public class FeedAddresses {

    private final JdbcClient database;
    private final RepeatLostRaces repeat;
    private final Clock clock;

    FeedAddresses(JdbcClient database, RepeatLostRaces repeat, Clock clock) {
        this.database = database;
        this.repeat = repeat;
        this.clock = clock;
    }

    /** A new address; an earlier one of the same account opens nothing any more. */
    public Token renew(String account) {
        var token = Token.random();
        repeat.of(() -> {
            var known = store(
                    "update planning_feed set digest = :digest, made_at = :madeAt where account = :account",
                    account,
                    token);
            return known > 0
                    ? known
                    : store(
                            "insert into planning_feed (account, digest, made_at) values (:account, :digest, :madeAt)",
                            account,
                            token);
        });
        return token;
    }

    private int store(String sql, String account, Token token) {
        return database.sql(sql)
                .param("account", account)
                .param("digest", token.digest())
                .param("madeAt", StoredTime.of(clock.instant()))
                .update();
    }

    /** When an account got the address that it has now; empty if it has none. */
    public Optional<Instant> madeAt(String account) {
        return database.sql("select made_at from planning_feed where account = :account")
                .param("account", account)
                .query((row, number) -> StoredTime.in(row, "made_at").orElseThrow())
                .optional();
    }

    /** Whose address this is; empty also where that account is gone, or in no group any more. */
    public Optional<String> account(Token token) {
        return database.sql("""
                        select feed.account from planning_feed feed
                        join ACT_ID_USER person on person.ID_ = feed.account
                        where feed.digest = :digest
                            and exists (select 1 from ACT_ID_MEMBERSHIP member where member.USER_ID_ = feed.account)""")
                .param("digest", token.digest())
                .query(String.class)
                .optional();
    }
}
