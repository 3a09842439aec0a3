package com.athento.deployment.post;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.MailAddress;
import com.athento.deployment.process.RepeatLostRaces;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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

    /**
     * Where those who have chosen read their mail, in whatever letters the address is written; absent where several
     * share it who read differently.
     */
    public Map<String, Language> byAddress() {
        var chosen = new TreeMap<String, Set<Language>>(String.CASE_INSENSITIVE_ORDER);
        database.sql("""
                        select person.EMAIL_ as address, chosen.language from account_language chosen
                        join ACT_ID_USER person on person.ID_ = chosen.account
                        where person.EMAIL_ is not null""").query(row -> {
            chosen.computeIfAbsent(wire(row.getString("address")), none -> EnumSet.noneOf(Language.class))
                    .add(Language.valueOf(row.getString("language")));
        });
        var languages = new TreeMap<String, Language>(String.CASE_INSENSITIVE_ORDER);
        chosen.forEach((address, all) -> {
            if (all.size() == 1) {
                languages.put(address, all.iterator().next());
            }
        });
        return languages;
    }

    /** As mails go there. */
    private static String wire(String address) {
        var entered = address.replaceAll("\\s", "");
        return MailAddress.read(entered).map(MailAddress::text).orElse(entered);
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
