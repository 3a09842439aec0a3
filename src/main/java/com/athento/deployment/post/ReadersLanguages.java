package com.athento.deployment.post;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.process.RepeatLostRaces;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** In which language each of the vendor's people wants to read, on our pages and in our mails. */
@Component
public class ReadersLanguages {

    private final JdbcClient database;
    private final RepeatLostRaces repeat;

    ReadersLanguages(JdbcClient database, RepeatLostRaces repeat) {
        this.database = database;
        this.repeat = repeat;
    }

    /** Nothing for somebody who has never chosen. */
    public Optional<Language> of(String account) {
        return database.sql("select language from account_language where account = :account")
                .param("account", account)
                .query(Language.class)
                .optional();
    }

    /** By account, of those who have chosen. */
    public Map<String, Language> of(Collection<String> accounts) {
        return accounts.isEmpty()
                ? Map.of()
                : database
                        .sql("select account, language from account_language where account in (:accounts)")
                        .param("accounts", accounts)
                        .query((row, number) ->
                                Map.entry(row.getString("account"), Language.valueOf(row.getString("language"))))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** From now on, until they choose again. */
    public void choose(String account, Language language) {
        repeat.of(() -> {
            var known = store(
                    "update account_language set language = :language where account = :account", account, language);
            return known > 0
                    ? known
                    : store(
                            "insert into account_language (account, language) values (:account, :language)",
                            account,
                            language);
        });
    }

    private int store(String sql, String account, Language language) {
        return database.sql(sql)
                .param("account", account)
                .param("language", language.name())
                .update();
    }
}
