package com.athento.deployment.consent;

import com.athento.deployment.intervention.ConsentAnswer;
import com.athento.deployment.process.StoredTime;
import com.athento.deployment.register.Client;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every answer that a client gave, and what stood in the place of one. */
@Component
class Consents {

    private final JdbcClient database;
    private final Clock clock;

    Consents(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The last one that the client itself gave, beside the revision that stands now. */
    Optional<LastAnswer> last(String key, int revision) {
        return database.sql("""
                        select c.answer, c.proposed_start, c.downtime_minutes,
                            c.revision < now.consent_from as voided,
                            now.change_kind = asked.change_kind
                                and coalesce(now.target_version, '') = coalesce(asked.target_version, '') as same_plan
                        from consent c
                        join revision now on now.intervention_key = c.intervention_key and now.number = ?
                        join revision asked on asked.intervention_key = c.intervention_key and asked.number = c.revision
                        where c.intervention_key = ? and c.via <> 'STANDING'
                        order by c.id desc
                        fetch first 1 rows only""")
                .params(revision, key)
                .query((row, number) -> new LastAnswer(
                        ConsentAnswer.valueOf(row.getString("answer")),
                        row.getBoolean("voided"),
                        row.getBoolean("same_plan"),
                        StoredTime.in(row, "proposed_start"),
                        row.getInt("downtime_minutes")))
                .optional();
    }

    void record(String key, int revision, int downtimeMinutes, Answer answer, String recordedBy) {
        database.sql("insert into consent (intervention_key, revision, answer, reason, proposed_start,"
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

    /** What replaces the answer to this revision, as evidence why nobody was asked; noted once. */
    void recordStanding(String key, int revision, int downtimeMinutes, Client.EmergencyConsent standing) {
        var isNoted = database.sql(
                                "select count(*) from consent where intervention_key = ? and revision = ? and via = 'STANDING'")
                        .params(key, revision)
                        .query(Integer.class)
                        .single()
                > 0;
        if (!isNoted) {
            database.sql("insert into consent (intervention_key, revision, answer, reason, downtime_minutes,"
                            + " answered_by, via, recorded_by, recorded_at)"
                            + " values (?, ?, 'AGREED', ?, ?, ?, 'STANDING', 'register', ?)")
                    .params(
                            key,
                            revision,
                            "valid until %s".formatted(standing.validUntil()),
                            downtimeMinutes,
                            standing.document(),
                            StoredTime.of(clock.instant()))
                    .update();
        }
    }

    /**
     * What proves the answer that was just recorded.
     *
     * @param linkOf whose personal link it was given with
     */
    void prove(String key, List<String> linkOf, AnswerByPage.Evidence evidence) {
        database.sql("""
                        update consent set link_of = ?, from_address = ?, shown = ?
                        where id = (select max(id) from consent where intervention_key = ?)""")
                .params(linkOf.isEmpty() ? null : String.join("\n", linkOf), evidence.address(), evidence.shown(), key)
                .update();
    }
}
