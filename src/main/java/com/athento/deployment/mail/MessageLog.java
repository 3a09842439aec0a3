package com.athento.deployment.mail;

import com.athento.deployment.intervention.Token;
import com.athento.deployment.intervention.Window;
import com.athento.deployment.mail.LoggedMail.State;
import com.athento.deployment.post.CommitAtOnce;
import com.athento.deployment.post.Delivery;
import com.athento.deployment.process.InterventionLock;
import com.athento.deployment.process.jobs.ToBeContinued;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Every mail of every intervention. What is written here is committed by itself, whatever becomes of the step: what has
 * left the house cannot be taken back.
 */
@Component
class MessageLog {

    /** Said of those whom a mail has not reached while it was true. */
    private static final String NOT_TRUE = "not sent: no longer true";

    private static final String INSERT = """
            insert into message_log (intervention_key, revision, job, element, mail, recipients_role, chunk,
                message_id, state, locale, recipients, link_of, subject, body_html, body_text,
                calendar_entry, window_start, downtime_minutes, claim, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    /** One mail. */
    private static final String ROW = "job = ? and mail = ? and recipients_role = ? and chunk = ?";

    /** Not in the hands of another attempt. */
    private static final String FREE = " and (held_until is null or held_until <= ?)";

    private static final String UPDATE = "update message_log set state = ?, accepted = ?, refused = ?, sent_at = ?";

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final InterventionLock lock;
    private final Clock clock;
    private final CommitAtOnce atOnce;

    MessageLog(JdbcClient database, JdbcTemplate batches, InterventionLock lock, Clock clock, CommitAtOnce atOnce) {
        this.database = database;
        this.batches = batches;
        this.lock = lock;
        this.clock = clock;
        this.atOnce = atOnce;
    }

    /** All mails that were begun for this intervention, in order. */
    List<Told> told(String key) {
        return database.sql(
                        "select job, mail, recipients_role, state, recipients, refused, window_start, downtime_minutes,"
                                + " calendar_entry is not null as with_entry, claim from message_log where intervention_key = ? order by id")
                .param(key)
                .query(MessageLog::told)
                .list();
    }

    /** What an earlier attempt of this job put on record. */
    List<LoggedMail> of(String job) {
        return database.sql("select * from message_log where job = ? order by id")
                .param(job)
                .query(MessageLog::mail)
                .list();
    }

    /**
     * Puts mails on record, if the step that sends them still stands. Whoever ends the step takes the same lock before:
     * after that no mail of it starts.
     *
     * @param earlier what an earlier attempt of the job put on record
     * @param overtaken those of them that wait to leave and are not true any more
     * @return what is on record for the job now; empty if the step is gone and nothing may be sent
     */
    Optional<List<LoggedMail>> begin(
            String key, String job, List<LoggedMail> earlier, List<LoggedMail> overtaken, List<Draft> drafts) {
        return atOnce.of(() -> {
            lock.take(key);
            if (!stands(job)) {
                return Optional.empty();
            }
            overtaken.forEach(this::giveUp);
            insert(drafts);
            return Optional.of(
                    earlier.isEmpty() ? drafts.stream().map(Draft::begun).toList() : of(job));
        });
    }

    /**
     * Keeps a mail for one attempt to send it, until that is over: whoever runs the same job beside it, because of a
     * lock that ran out or by hand, sends it no second time.
     *
     * @return the mail as it stands now; it may have been sent meanwhile
     * @throws ToBeContinued if another attempt is at it
     */
    LoggedMail hold(LoggedMail mail, Instant until) {
        return atOnce.of(() -> {
            var isOurs = database.sql("update message_log set held_until = ? where " + ROW + FREE)
                            .param(at(until))
                            .params(row(mail))
                            .param(now())
                            .update()
                    > 0;
            if (!isOurs) {
                throw inOtherHands(mail);
            }
            var current = database.sql("select * from message_log where " + ROW)
                    .params(row(mail))
                    .query(MessageLog::mail)
                    .single();
            return current.state() == State.REFUSED ? current.again() : current;
        });
    }

    private ToBeContinued inOtherHands(LoggedMail mail) {
        return new ToBeContinued(
                database.sql("select held_until from message_log where " + ROW)
                        .params(row(mail))
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant(),
                "Another attempt is sending the mail '%s'; this one goes on when that is over"
                        .formatted(mail.mailing().template()));
    }

    /**
     * Whom a mail has reached by now, and whom it never will.
     *
     * @param until as it was held for this attempt: from now on another one may have it
     */
    void record(LoggedMail mail, Delivery delivery, Instant until) {
        var accepted = new LinkedHashSet<>(mail.accepted());
        accepted.addAll(delivery.accepted());
        var refused = new LinkedHashMap<>(mail.refused());
        refused.putAll(delivery.refused());
        var state = !mail.envelope().without(accepted).without(refused.keySet()).isEmpty()
                ? State.SENDING
                : accepted.isEmpty() ? State.REFUSED : State.SENT;
        atOnce.of(() -> database.sql(UPDATE + ", held_until = nullif(held_until, ?) where " + ROW)
                .params(changes(state, accepted, refused))
                .param(at(until))
                .params(row(mail))
                .update());
    }

    private Object[] changes(State state, Set<String> accepted, Map<String, String> refused) {
        return new Object[] {
            state.name(),
            state == State.SENDING ? text(accepted) : null,
            text(refused),
            state == State.SENT ? now() : null
        };
    }

    /**
     * Whom it has reached stays told; nobody else gets it any more.
     *
     * @throws ToBeContinued if another attempt is at it
     */
    private void giveUp(LoggedMail mail) {
        var refused = new LinkedHashMap<>(mail.refused());
        if (!mail.accepted().isEmpty()) {
            mail.pending().all().forEach(address -> refused.put(address, NOT_TRUE));
        }
        var state = mail.accepted().isEmpty() ? State.OBSOLETE : State.SENT;
        var isOurs = database.sql(UPDATE + " where " + ROW + FREE)
                        .params(changes(state, Set.of(), refused))
                        .params(row(mail))
                        .param(now())
                        .update()
                > 0;
        if (!isOurs) {
            throw inOtherHands(mail);
        }
    }

    private static Object[] row(LoggedMail mail) {
        return new Object[] {
            mail.job(), mail.mailing().template(), mail.mailing().recipients().name(), mail.chunk()
        };
    }

    /** A personal link for this attempt to send a mail: only its digest is kept. */
    Token link(LoggedMail mail) {
        var link = Token.random();
        atOnce.of(() -> database.sql("insert into mail_link (digest, message_id, made_at) values (?, ?, ?)")
                .params(link.digest(), mail.messageId(), now())
                .update());
        return link;
    }

    /** The engine's job is there as long as the step waits for it; seen from a transaction of ours. */
    private boolean stands(String job) {
        return database.sql("select id_ from act_ru_job where id_ = ?")
                .param(job)
                .query(String.class)
                .optional()
                .isPresent();
    }

    /** One batch, or nothing. */
    private void insert(List<Draft> drafts) {
        if (!drafts.isEmpty()) {
            batches.batchUpdate(INSERT, drafts.stream().map(this::columns).toList());
        }
    }

    private Object[] columns(Draft draft) {
        return new Object[] {
            draft.interventionKey(),
            draft.revision(),
            draft.job(),
            draft.element(),
            draft.mailing().template(),
            draft.mailing().recipients().name(),
            draft.chunk(),
            draft.messageId(),
            draft.state().name(),
            draft.language().code(),
            draft.envelope().toString(),
            text(draft.linkOf()),
            draft.rendered().subject(),
            draft.rendered().html(),
            draft.rendered().text(),
            draft.rendered().entry().orElse(null),
            draft.window().map(window -> at(window.start())).orElse(null),
            draft.window().map(Window::minutes).orElse(null),
            draft.claim().toString(),
            now()
        };
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private static Told told(ResultSet row, int number) throws SQLException {
        return new Told(
                row.getString("job"),
                mailing(row),
                State.valueOf(row.getString("state")),
                Envelope.parse(row.getString("recipients"))
                        .without(refused(row.getString("refused")).keySet()),
                instant(row, "window_start"),
                row.getInt("downtime_minutes"),
                row.getBoolean("with_entry"),
                Claim.parse(row.getString("claim")));
    }

    private static LoggedMail mail(ResultSet row, int number) throws SQLException {
        return new LoggedMail(
                row.getString("job"),
                mailing(row),
                row.getInt("chunk"),
                row.getString("message_id"),
                State.valueOf(row.getString("state")),
                Envelope.parse(row.getString("recipients")),
                new Rendered(
                        row.getString("subject"),
                        row.getString("body_html"),
                        row.getString("body_text"),
                        Optional.ofNullable(row.getString("calendar_entry"))),
                accepted(row.getString("accepted")),
                refused(row.getString("refused")),
                Claim.parse(row.getString("claim")));
    }

    private static Mailing mailing(ResultSet row) throws SQLException {
        return new Mailing(row.getString("mail"), Recipients.valueOf(row.getString("recipients_role")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static String text(Collection<String> addresses) {
        return addresses.isEmpty() ? null : String.join("\n", addresses);
    }

    /** One a line: the address, a space, and the server's words. */
    private static String text(Map<String, String> refused) {
        return refused.isEmpty()
                ? null
                : refused.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining("\n"));
    }

    private static Set<String> accepted(String lines) {
        return lines == null ? Set.of() : lines.lines().collect(Collectors.toSet());
    }

    private static Map<String, String> refused(String lines) {
        return lines == null
                ? Map.of()
                : lines.lines()
                        .map(line -> line.split(" ", 2))
                        .collect(Collectors.toMap(
                                parts -> parts[0],
                                parts -> parts.length > 1 ? parts[1] : "",
                                (one, other) -> one,
                                LinkedHashMap::new));
    }
}
