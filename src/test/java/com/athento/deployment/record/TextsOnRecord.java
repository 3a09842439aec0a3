package com.athento.deployment.record;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the mails of an intervention say, as they are on record, in order. */
public final class TextsOnRecord {

    private TextsOnRecord() {}

    public static List<MailTexts> of(JdbcClient database, String key) {
        return of(database, key, "%", "%");
    }

    public static List<MailTexts> of(JdbcClient database, String key, String mail) {
        return of(database, key, mail, "%");
    }

    /** As they stood in rows from before V43. */
    public static void putAsBefore(JdbcClient database, String key, String mail) {
        database.sql("select id, " + MailTexts.COLUMNS + " from message_log where intervention_key = ? and mail like ?")
                .params(key, mail)
                .query((row, number) ->
                        Map.entry(row.getLong("id"), MailTexts.in(row).orElseThrow()))
                .list()
                .forEach(one -> database.sql(
                                "update message_log set texts = null, body_html = ?, body_text = ? where id = ?")
                        .params(one.getValue().html(), one.getValue().text(), one.getKey())
                        .update());
    }

    public static List<MailTexts> of(JdbcClient database, String key, String mail, String state) {
        return database.sql("select " + MailTexts.COLUMNS
                        + " from message_log where intervention_key = ? and mail like ? and state like ? order by id")
                .params(key, mail, state)
                .query((row, number) -> MailTexts.in(row).orElseThrow())
                .list();
    }
}
