package com.athento.deployment.record;

import com.athento.deployment.process.RecordRow;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the two teams were asked, and what they answered. */
@Component
public class AskedTeams {

    private final JdbcClient database;

    AskedTeams(JdbcClient database) {
        this.database = database;
    }

    /** The answers that still cover this revision, the first one first. */
    public List<Approval> round(String key, int revision) {
        return database.sql("""
                        select a.* from approval a
                        join revision r on r.intervention_key = a.intervention_key and r.number = :revision
                        where a.intervention_key = :key and a.revision >= r.approvals_from
                        order by a.id""")
                .param("key", key)
                .param("revision", revision)
                .query(new RecordRow<>(Approval.class))
                .list();
    }

    /** The last revision before that one that both approved. */
    public Optional<Integer> lastApproved(String key, int revision) {
        return database.sql("""
                        select r.number from revision r
                        where r.intervention_key = :key and r.number < :revision and 1 < (
                            select count(distinct a.team) from approval a
                            where a.intervention_key = r.intervention_key and a.decision = 'APPROVE'
                                and a.revision between r.approvals_from and r.number)
                        order by r.number desc fetch first 1 rows only""")
                .param("key", key)
                .param("revision", revision)
                .query(Integer.class)
                .optional();
    }

    /** Who denied the current revision. */
    public List<String> denying(String key) {
        return database.sql("""
                        select distinct person from approval where intervention_key = :key and decision = 'DENY'
                        and revision = (select max(number) from revision where intervention_key = :key)
                        order by person""").param("key", key).query(String.class).list();
    }
}
