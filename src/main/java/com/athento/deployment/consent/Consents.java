package com.athento.deployment.consent;

import com.athento.deployment.process.StoredTime;
import com.athento.deployment.register.Client;
import java.time.Clock;
import java.util.List;
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
