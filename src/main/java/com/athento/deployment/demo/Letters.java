package com.athento.deployment.demo;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every mail that the demo's server took, byte by byte. */
@Repository
@Profile("demo")
class Letters {

    /** The header by which our mails say to which intervention they belong. */
    static final String INTERVENTION = "X-Intervention";

    private final JdbcClient database;
    private final Clock clock;

    Letters(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void keep(String sender, List<String> recipients, byte[] message) {
        database.sql("insert into demo_mail (arrived_at, sender, recipients, intervention, message)"
                        + " values (:arrivedAt, :sender, :recipients, :intervention, :message)")
                .param("arrivedAt", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("sender", sender)
                .param("recipients", String.join("\n", recipients))
                .param("intervention", intervention(message))
                // One character for each byte: a mail may be in any encoding.
                .param("message", new String(message, StandardCharsets.ISO_8859_1))
                .update();
    }

    private static String intervention(byte[] message) {
        try {
            var header = new InternetHeaders(new ByteArrayInputStream(message)).getHeader(INTERVENTION, null);
            return header == null ? null : header.strip();
        } catch (MessagingException unreadable) {
            return null;
        }
    }

    /** The mails of an intervention, or all; the oldest first. */
    List<Letter> of(Optional<String> intervention) {
        return intervention
                .map(key -> database.sql("select * from demo_mail where intervention = :intervention order by id")
                        .param("intervention", key))
                .orElseGet(() -> database.sql("select * from demo_mail order by id"))
                .query(Letters::letter)
                .list();
    }

    Optional<Letter> letter(long id) {
        return database.sql("select * from demo_mail where id = :id")
                .param("id", id)
                .query(Letters::letter)
                .optional();
    }

    /** The interventions that mails were sent for, the latest first. */
    List<String> interventions() {
        return database.sql("select intervention from demo_mail where intervention is not null"
                        + " group by intervention order by max(id) desc")
                .query(String.class)
                .list();
    }

    private static Letter letter(ResultSet row, int number) throws SQLException {
        return Letter.read(
                row.getLong("id"),
                row.getObject("arrived_at", OffsetDateTime.class).toInstant(),
                row.getString("recipients").lines().toList(),
                row.getString("message"));
    }
}
