package com.athento.deployment.consent;

import com.athento.deployment.consent.Question.Given;
import com.athento.deployment.consent.Question.State;
import com.athento.deployment.intervention.Answerer;
import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.ConsentAnswer;
import com.athento.deployment.intervention.Phase;
import com.athento.deployment.intervention.Risk;
import com.athento.deployment.intervention.Token;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.StoredTime;
import com.athento.deployment.process.Variables;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What clients were asked, found by the personal link of the mail that asked. Nothing marks a link as used or void:
 * whether it still counts is read each time from what holds now.
 */
@Component
public class Questions {

    private final JdbcClient database;
    private final TaskService tasks;
    private final Clock clock;

    Questions(JdbcClient database, TaskService tasks, Clock clock) {
        this.database = database;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * Empty if no mail carried this link. A job asks each person by a mail of their own: what it sends puts an end to
     * what the same person got before, and to what went to somebody whom it does not ask any more; not to that of a
     * person whom its own mail has not reached yet.
     */
    public Optional<Question> by(Token link) {
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
                            and c.revision = asked.revision
                            and c.recorded_at >= asked.created_at)
                        where link.digest = ?""")
                .param(link.digest())
                .query((row, number) -> new Question(
                        row.getString("intervention_key"),
                        row.getInt("revision"),
                        Answerer.names(row.getString("link_of")),
                        state(row),
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

    /** Until when an answer is awaited; empty once that is over. */
    public Optional<Instant> answerBy(Question question) {
        return Optional.ofNullable(tasks.createTaskQuery()
                        .processInstanceBusinessKey(question.key())
                        .taskDefinitionKey(Elements.OBTAIN_CLIENT_CONSENT)
                        .singleResult())
                .map(task -> tasks.getVariable(task.getId(), Variables.CONSENT_DEADLINE.name()))
                .map(deadline -> ((Date) deadline).toInstant())
                .filter(deadline -> deadline.isAfter(clock.instant()));
    }

    private State state(ResultSet row) throws SQLException {
        if (StoredTime.in(row, "answered_at").isPresent()) {
            return State.ANSWERED;
        }
        if (row.getString("outcome") != null) {
            return State.ENDED;
        }
        if (!clock.instant().isBefore(StoredTime.in(row, "window_start").orElseThrow())) {
            return State.EXPIRED;
        }
        if (row.getBoolean("superseded")) {
            return State.SUPERSEDED;
        }
        return row.getInt("current_revision") == row.getInt("revision")
                        && Phase.CONSENT.name().equals(row.getString("phase"))
                ? State.OPEN
                : State.CHANGED;
    }

    /** The plan that the client was asked about. */
    public AskedPlan plan(Question question) {
        return database.sql("""
                        select r.*, i.client_code, i.instance_code, i.effective_risk
                        from revision r join intervention i on i.intervention_key = r.intervention_key
                        where r.intervention_key = ? and r.number = ?""")
                .params(question.key(), question.revision())
                .query(Questions::plan)
                .single();
    }

    /** What the client proposed last, whatever became of it. */
    public Optional<Proposal> lastProposal(String key) {
        return database.sql("""
                        select proposed_start, downtime_minutes from consent
                        where intervention_key = ? and answer = 'OTHER_WINDOW'
                        order by id desc fetch first 1 rows only""")
                .param(key)
                .query((row, number) -> new Proposal(
                        StoredTime.in(row, "proposed_start").orElseThrow(), row.getInt("downtime_minutes")))
                .optional();
    }

    /** @param minutes the unavailability that went with it */
    public record Proposal(Instant start, int minutes) {}

    private static AskedPlan plan(ResultSet row, int number) throws SQLException {
        return new AskedPlan(
                row.getString("intervention_key"),
                row.getString("client_code"),
                row.getString("instance_code"),
                ChangeKind.valueOf(row.getString("change_kind")),
                row.getString("from_version"),
                row.getString("target_version"),
                row.getString("reason"),
                StoredTime.in(row, "window_start").orElseThrow(),
                ZoneId.of(row.getString("zone")),
                row.getInt("downtime_minutes"),
                Optional.ofNullable(row.getString("effective_risk")).map(Risk::valueOf),
                Optional.ofNullable(row.getString("release_notes_url")));
    }
}
