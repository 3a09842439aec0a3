package com.athento.deployment.consent;

import com.athento.deployment.intervention.ConsentAnswer;
import com.athento.deployment.process.RecordParameters;
import com.athento.deployment.register.Client;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code consent}: every answer that a client gave, and what stood in the place of one. */
@Component
class Consents {

    private final JdbcClient database;
    private final Clock clock;

    Consents(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What an answer and what replaces one have in common. */
    private record Row(
            String key,
            int revision,
            ConsentAnswer answer,
            Optional<String> reason,
            Optional<Instant> proposedStart,
            int downtimeMinutes,
            String answeredBy,
            String via,
            String recordedBy,
            Instant recordedAt,
            Optional<String> linkOf,
            Optional<String> fromAddress,
            Optional<String> shown,
            Optional<Integer> askedRevision) {}

    /**
     * @param evidence what proves an answer that was given on the page
     * @param askedRevision what the client was asked about, where its answer made another revision of it
     */
    void record(
            String key,
            int revision,
            int downtimeMinutes,
            Answer answer,
            String recordedBy,
            Optional<Evidence> evidence,
            Optional<Integer> askedRevision) {
        insert(new Row(
                key,
                revision,
                answer.answer(),
                answer.reason(),
                answer.proposedStart(),
                downtimeMinutes,
                answer.by(),
                answer.via().name(),
                recordedBy,
                clock.instant(),
                evidence.map(Evidence::linkOf).flatMap(Consents::lines),
                evidence.map(Evidence::address),
                evidence.map(Evidence::shown),
                askedRevision));
    }

    private static Optional<String> lines(List<String> names) {
        return Optional.of(String.join("\n", names)).filter(lines -> !lines.isEmpty());
    }

    /** What replaces the answer to this revision, as evidence why nobody was asked; noted once. */
    void recordStanding(String key, int revision, int downtimeMinutes, Client.EmergencyConsent standing) {
        if (!isNoted(key, revision)) {
            insert(new Row(
                    key,
                    revision,
                    ConsentAnswer.AGREED,
                    Optional.of("valid until %s".formatted(standing.validUntil())),
                    Optional.empty(),
                    downtimeMinutes,
                    standing.document(),
                    "STANDING",
                    "register",
                    clock.instant(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
        }
    }

    private void insert(Row row) {
        database.sql("""
                        insert into consent (intervention_key, revision, answer, reason, proposed_start, downtime_minutes,
                            answered_by, via, recorded_by, recorded_at, link_of, from_address, shown, asked_revision)
                        values (:key, :revision, :answer, :reason, :proposedStart, :downtimeMinutes,
                            :answeredBy, :via, :recordedBy, :recordedAt, :linkOf, :fromAddress, :shown, :askedRevision)""").paramSource(new RecordParameters(row)).update();
    }

    private boolean isNoted(String key, int revision) {
        return database.sql("""
                        select count(*) from consent
                        where intervention_key = :key and revision = :revision and via = 'STANDING'""")
                        .param("key", key)
                        .param("revision", revision)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
