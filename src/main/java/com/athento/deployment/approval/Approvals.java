package com.athento.deployment.approval;

import com.athento.deployment.intervention.Risk;
import com.athento.deployment.process.StoredTime;
import java.time.Clock;
import java.util.HashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every answer that a team gave. Those of the round are the ones that still cover the current revision. */
@Component
class Approvals {

    private static final String ROUND = " from approval a join revision r on r.intervention_key = a.intervention_key"
            + " where a.intervention_key = ? and r.number = ? and a.revision >= r.approvals_from";

    private final JdbcClient database;
    private final Clock clock;

    Approvals(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether both teams approved, in this round. */
    boolean hold(String key, int revision) {
        return database.sql("select count(distinct a.team)" + ROUND + " and a.decision = 'APPROVE'")
                        .params(key, revision)
                        .query(Integer.class)
                        .single()
                == ApprovingTeam.ALL.size();
    }

    /** The higher risk of those that hold, each team by its last word. */
    Risk risk(String key, int revision) {
        var byTeam = new HashMap<String, Risk>();
        database.sql("select a.team, a.risk" + ROUND + " and a.decision = 'APPROVE' order by a.id")
                .params(key, revision)
                .query(row -> {
                    byTeam.put(row.getString("team"), Risk.valueOf(row.getString("risk")));
                });
        return byTeam.values().stream().reduce(Risk::or).orElseThrow();
    }

    boolean decidedForOther(String key, int revision, ApprovingTeam team, String person) {
        return database.sql("select count(*)" + ROUND + " and a.person = ? and a.team <> ?")
                        .params(key, revision, person, team.code())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void record(String key, int revision, ApprovingTeam team, String person, Judgement judgement) {
        database.sql("insert into approval (intervention_key, revision, team, person, decided_at,"
                        + " decision, risk, suitable, reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        key,
                        revision,
                        team.code(),
                        person,
                        StoredTime.of(clock.instant()),
                        judgement.decision().name(),
                        judgement.risk().name(),
                        judgement.suitable(),
                        judgement.reason())
                .update();
    }
}
