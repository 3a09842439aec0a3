package com.athento.deployment.consent;

import com.athento.deployment.intervention.ConsentAnswer;
import com.athento.deployment.process.StoredTime;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every answer that a client gave. */
@Component
class Consents {

    private final JdbcClient database;
    private final Clock clock;

    Consents(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The last one, beside the revision that stands now. */
    Optional<LastAnswer> last(String key, int revision) {
        return database.sql(
                        """
                        select c.answer, c.proposed_start, c.downtime_minutes,
                            c.revision < now.consent_from as voided,
                            now.change_kind = asked.change_kind
                                and coalesce(now.target_version, '') = coalesce(asked.target_version, '') as same_plan
                        from consent c
                        join revision now on now.intervention_key = c.intervention_key and now.number = ?
                        join revision asked on asked.intervention_key = c.intervention_key and asked.number = c.revision
                        where c.intervention_key = ?
                        order by c.id desc
                        fetch first 1 rows only""")
                .params(revision, key)
                .query(
                        (row, number) ->
                                new LastAnswer(
                                        ConsentAnswer.valueOf(row.getString("answer")),
                                        row.getBoolean("voided"),
                                        row.getBoolean("same_plan"),
                                        StoredTime.in(row, "proposed_start"),
                                        row.getInt("downtime_minutes")))
                .optional();
    }

    void record(String key, int revision, int downtimeMinutes, Answer answer, String recordedBy) {
        database.sql(
                        "insert into consent (intervention_key, revision, answer, reason, proposed_start,"
                                + " downtime_minutes, answered_by, via, recorded_by, recorded_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        key,
                        revision,
                        answer.answer().name(),
                        answer.reason().orElse(null),
                        answer.proposedStart().map(StoredTime::of).orElse(null),
                        downtimeMinutes,
                        answer.by(),
                        answer.via().name(),
                        recordedBy,
                        StoredTime.of(clock.instant()))
                .update();
    }
}
