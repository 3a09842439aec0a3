package com.athento.deployment.record;

import com.athento.deployment.intervention.Answerer;
import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.ConsentAnswer;
import com.athento.deployment.intervention.Phase;
import com.athento.deployment.intervention.Risk;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.intervention.Token;
import com.athento.deployment.process.RecordRow;
import com.athento.deployment.process.StoredTime;
import com.athento.deployment.record.Asked.Given;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What clients were asked, and what they answered. */
@Component
public class AskedClients {

    private final JdbcClient database;

    AskedClients(JdbcClient database) {
        this.database = database;
    }

    /**
     * Empty if no mail carried this link. A job asks each person by a mail of their own: what it sends puts an end to
     * what the same person got before, and to what went to somebody whom it does not ask any more; not to that of a
     * person whom its own mail has not reached yet.
     */
    public Optional<Asked> by(Token link) {
        return database.sql("""
                        select asked.intervention_key, asked.revision, asked.link_of,
                            now.revision as current_revision, now.phase, now.outcome, now.window_start,
                            given.answer, given.answered_by, given.link_of as answered_with, given.proposed_start, given.downtime_minutes,
                            given.recorded_at as answered_at,
                            exists (select 1 from message_log newer
                                join mail_link l on l.message_id = newer.message_id
                                where newer.intervention_key = asked.intervention_key
                                and newer.state = 'SENT' and newer.id > asked.id
                                and (newer.recipients = asked.recipients
                                    or newer.job <> asked.job and not exists (select 1 from message_log own
                                        where own.job = newer.job
                                        and own.recipients = asked.recipients))) as superseded
                        from mail_link link
                        join message_log asked on asked.message_id = link.message_id
                        join intervention now on now.intervention_key = asked.intervention_key
                        left join consent given on given.id = (select max(c.id) from consent c
                            where c.intervention_key = asked.intervention_key
                            and coalesce(c.asked_revision, c.revision) = asked.revision
                            and c.recorded_at >= asked.created_at)
                        where link.digest = :digest""")
                .param("digest", link.digest())
                .query((row, number) -> new Asked(
                        row.getString("intervention_key"),
                        row.getInt("revision"),
                        Answerer.names(row.getString("link_of")),
                        row.getInt("current_revision"),
                        Phase.valueOf(row.getString("phase")),
                        row.getString("outcome") != null,
                        StoredTime.in(row, "window_start").orElseThrow(),
                        row.getBoolean("superseded"),
                        given(row)))
                .optional();
    }

    private static Optional<Given> given(ResultSet row) throws SQLException {
        var at = StoredTime.in(row, "answered_at");
        var linkOf = Answerer.names(row.getString("answered_with"));
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(new Given(
                        ConsentAnswer.valueOf(row.getString("answer")),
                        Optional.ofNullable(row.getString("answered_by")).map(name -> new Answerer(name, linkOf)),
                        StoredTime.in(row, "proposed_start"),
                        row.getInt("downtime_minutes"),
                        at.get()));
    }

    /** The plan that the client was asked about. */
    public AskedPlan plan(String key, int revision) {
        return database.sql("""
                        select r.*, i.client_code, i.instance_code, i.effective_risk
                        from revision r join intervention i on i.intervention_key = r.intervention_key
                        where r.intervention_key = :key and r.number = :revision""")
                .param("key", key)
                .param("revision", revision)
                .query(AskedClients::plan)
                .single();
    }

    private static AskedPlan plan(ResultSet row, int number) throws SQLException {
        return new AskedPlan(
                row.getString("intervention_key"),
                row.getString("client_code"),
                row.getString("instance_code"),
                ChangeKind.valueOf(row.getString("change_kind")),
                Severity.valueOf(row.getString("severity")),
                row.getString("from_version"),
                row.getString("target_version"),
                row.getString("reason"),
                StoredTime.in(row, "window_start").orElseThrow(),
                ZoneId.of(row.getString("zone")),
                row.getInt("downtime_minutes"),
                Optional.ofNullable(row.getString("effective_risk")).map(Risk::valueOf),
                Optional.ofNullable(row.getString("release_notes_url")));
    }

    /** @param minutes the unavailability that went with it */
    public record Proposal(Instant start, int minutes) {}

    /** What the client proposed last, whatever became of it. */
    public Optional<Proposal> lastProposal(String key) {
        return database.sql("""
                        select proposed_start, downtime_minutes from consent
                        where intervention_key = :key and answer = 'OTHER_WINDOW'
                        order by id desc fetch first 1 rows only""")
                .param("key", key)
                .query((row, number) -> new Proposal(
                        StoredTime.in(row, "proposed_start").orElseThrow(), row.getInt("downtime_minutes")))
                .optional();
    }

    /** The last revision before that one that the client itself agreed to. */
    public Optional<Integer> lastAgreed(String key, int revision) {
        return database.sql("""
                        select revision from consent
                        where intervention_key = :key and revision < :revision and answer = 'AGREED' and via <> 'STANDING'
                        order by revision desc fetch first 1 rows only""")
                .param("key", key)
                .param("revision", revision)
                .query(Integer.class)
                .optional();
    }

    /** The last answer that the client itself gave, beside the revision that stands now. */
    public Optional<LastAnswer> lastAnswer(String key, int revision) {
        return database.sql("""
                        select c.answer, c.proposed_start, c.downtime_minutes,
                            c.revision < now.consent_from as voided,
                            now.change_kind = asked.change_kind
                                and coalesce(now.target_version, '') = coalesce(asked.target_version, '') as same_plan
                        from consent c
                        join revision now on now.intervention_key = c.intervention_key and now.number = :revision
                        join revision asked on asked.intervention_key = c.intervention_key and asked.number = c.revision
                        where c.intervention_key = :key and c.via <> 'STANDING'
                        order by c.id desc
                        fetch first 1 rows only""")
                .param("key", key)
                .param("revision", revision)
                .query(new RecordRow<>(LastAnswer.class))
                .optional();
    }
}
