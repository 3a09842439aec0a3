package com.athento.deployment.approval;

import com.athento.deployment.process.StoredTime;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code approval}: every answer that a team gave. */
@Component
class Approvals {

    private final JdbcClient database;
    private final Clock clock;

    Approvals(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void record(String key, int revision, ApprovingTeam team, String person, Judgement judgement) {
        database.sql("""
                        insert into approval (intervention_key, revision, team, person, decided_at,
                            decision, risk, suitable, reason)
                        values (:key, :revision, :team, :person, :decidedAt, :decision, :risk, :suitable, :reason)""")
                .param("key", key)
                .param("revision", revision)
                .param("team", team.code())
                .param("person", person)
                .param("decidedAt", StoredTime.of(clock.instant()))
                .param("decision", judgement.decision().name())
                .param("risk", judgement.risk().name())
                .param("suitable", judgement.suitable())
                .param("reason", judgement.reason())
                .update();
    }
}
