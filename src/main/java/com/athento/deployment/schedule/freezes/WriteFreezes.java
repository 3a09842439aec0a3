package com.athento.deployment.schedule.freezes;

import com.athento.deployment.process.StoredTime;
import com.athento.deployment.schedule.calendars.Recurrence;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Writes the tables of the freezes; the transaction is the caller's. */
@Component
class WriteFreezes {

    /** When one with a rule ends by itself. */
    private static final LocalDateTime NEVER = LocalDateTime.of(9999, 12, 31, 0, 0);

    private final JdbcClient database;

    WriteFreezes(JdbcClient database) {
        this.database = database;
    }

    /** What somebody did. */
    enum Done {
        MADE,
        CHANGED,
        ENDED
    }

    /** The number of the new one. */
    long insert(Stated stated, Freeze.Deed made) {
        var key = new GeneratedKeyHolder();
        database.sql("""
                        insert into change_freeze (version, name, reason, contact, everything, from_local, until_local,
                            minutes, rule, made_by, made_at, extended_at)
                        values (1, :name, :reason, :contact, :everything, :fromLocal, :untilLocal,
                            :minutes, :rule, :by, :at, :at)""")
                .params(parameters(stated))
                .param("by", made.by())
                .param("at", StoredTime.of(made.at()))
                .update(key, "id");
        long id = key.getKeyAs(Long.class);
        scope(id, stated.scope());
        return id;
    }

    /** Whether nobody was faster. */
    boolean change(Freeze changed) {
        var deed = changed.changed().orElseThrow();
        var won = database.sql("""
                        update change_freeze set version = :version, name = :name, reason = :reason,
                            contact = :contact, everything = :everything, from_local = :fromLocal,
                            until_local = :untilLocal, minutes = :minutes, rule = :rule,
                            changed_by = :by, changed_at = :at, extended_at = :extendedAt
                        where id = :id and version = :version - 1""")
                        .params(parameters(Stated.of(changed)))
                        .param("id", changed.id())
                        .param("version", changed.version())
                        .param("by", deed.by())
                        .param("at", StoredTime.of(deed.at()))
                        .param("extendedAt", StoredTime.of(changed.extendedAt()))
                        .update()
                > 0;
        if (won) {
            database.sql("delete from change_freeze_scope where freeze_id = :id")
                    .param("id", changed.id())
                    .update();
            scope(changed.id(), changed.scope());
        }
        return won;
    }

    /** Whether nobody was faster. */
    boolean end(Freeze ended, Freeze.Deed deed) {
        return database.sql("""
                        update change_freeze set version = :version, ended_by = :by, ended_at = :at
                        where id = :id and version = :version - 1""")
                        .param("id", ended.id())
                        .param("version", ended.version())
                        .param("by", deed.by())
                        .param("at", StoredTime.of(deed.at()))
                        .update()
                > 0;
    }

    /** Keeps what was done, and what it says from now on. */
    void note(Freeze freeze, Done done, Freeze.Deed deed) {
        database.sql("""
                        insert into change_freeze_deed (freeze_id, version, deed, done_by, done_at, name, reason,
                            contact, scope, from_local, minutes, rule)
                        values (:id, :version, :deed, :by, :at, :name, :reason,
                            :contact, :scope, :fromLocal, :minutes, :rule)""")
                .params(parameters(Stated.of(freeze)))
                .param("id", freeze.id())
                .param("version", freeze.version())
                .param("deed", done.name())
                .param("by", deed.by())
                .param("at", StoredTime.of(deed.at()))
                .param("scope", WrittenFreeze.scope(freeze.scope()).toString())
                .update();
    }

    private static Map<String, Object> parameters(Stated stated) {
        var times = stated.times();
        var parameters = new HashMap<String, Object>();
        parameters.put("name", stated.name());
        parameters.put("reason", stated.reason());
        parameters.put("contact", stated.contact());
        parameters.put("everything", stated.scope().everything());
        parameters.put("fromLocal", times.from());
        parameters.put("untilLocal", times.until().orElse(NEVER));
        parameters.put("minutes", times.length().toMinutes());
        parameters.put("rule", times.rule().map(Recurrence::rule).orElse(null));
        return parameters;
    }

    private void scope(long id, Scope scope) {
        var environments = scope.environments().stream().map(Enum::name).collect(Collectors.toSet());
        scope(id, "ENVIRONMENT", environments);
        scope(id, "CLIENT", scope.clients());
        scope(id, "INSTANCE", scope.instances());
    }

    private void scope(long id, String kind, Set<String> codes) {
        codes.forEach(code -> database.sql(
                        "insert into change_freeze_scope (freeze_id, kind, code) values (:id, :kind, :code)")
                .param("id", id)
                .param("kind", kind)
                .param("code", code)
                .update());
    }
}
