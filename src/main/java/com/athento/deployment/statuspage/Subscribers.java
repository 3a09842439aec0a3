package com.athento.deployment.statuspage;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Token;
import com.athento.deployment.process.RepeatLostRaces;
import com.athento.deployment.process.StoredTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who follows which client's page by mail. */
@Component
public class Subscribers {

    private final JdbcClient database;
    private final Clock clock;
    private final RepeatLostRaces repeat;

    Subscribers(JdbcClient database, Clock clock, RepeatLostRaces repeat) {
        this.database = database;
        this.clock = clock;
        this.repeat = repeat;
    }

    public Optional<Subscriber> by(Token link) {
        return database.sql("select * from status_subscriber where link = :link")
                .param("link", link.text())
                .query(Subscribers::subscriber)
                .optional();
    }

    Optional<Subscriber> by(long id) {
        return database.sql("select * from status_subscriber where id = :id")
                .param("id", id)
                .query(Subscribers::subscriber)
                .optional();
    }

    /** Those who confirmed. */
    List<Long> of(String clientCode) {
        return database.sql(
                        "select id from status_subscriber where client_code = :clientCode and confirmed_at is not null order by id")
                .param("clientCode", clientCode)
                .query(Long.class)
                .list();
    }

    /** False if there is nothing to confirm any more: it was ended or forgotten meanwhile. */
    public boolean confirm(Subscriber subscriber) {
        return repeat.of(() -> database.sql(
                                "update status_subscriber set confirmed_at = coalesce(confirmed_at, :now) where id = :id")
                        .param("now", StoredTime.of(clock.instant()))
                        .param("id", subscriber.id())
                        .update())
                > 0;
    }

    /** Nothing of the address is kept. */
    public void end(Token link) {
        repeat.of(() -> database.sql("delete from status_subscriber where link = :link")
                .param("link", link.text())
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
