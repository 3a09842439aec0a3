package com.athento.deployment.mail;

import com.athento.deployment.intervention.Window;
import com.athento.deployment.mail.LoggedMail.State;
import com.athento.deployment.process.RecordParameters;
import com.athento.deployment.process.StoredTime;
import com.athento.deployment.record.MailTexts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/**
 * How a mail stands in its row. Addresses are one a line; those that were refused are followed by the server's words.
 */
final class MessageRow {

    /** Nothing, if the step is gone: the engine's job is there as long as the step waits for it. */
    static final String INSERT = """
            insert into message_log (intervention_key, revision, job, element, mail, recipients_role, chunk,
                message_id, state, locale, recipients, link_of, subject, texts,
                calendar_entry, attachment, window_start, downtime_minutes, claim, created_at, held_until)
            select :key, :revision, :job, :element, :mail, :role, :chunk,
                :messageId, :state, :locale, :recipients, :linkOf, :subject, cast(:texts as bytea),
                :entry, :file, cast(:windowStart as timestamp with time zone), cast(:minutes as integer), :claim,
                cast(:createdAt as timestamp with time zone), cast(:heldUntil as timestamp with time zone)
            from act_ru_job where id_ = :job""";

    /** The columns that {@link #mail} reads: not what it says, which is long. */
    static final String STANDING =
            "job, mail, recipients_role, chunk, message_id, state, recipients, accepted, refused, claim, tries";

    private MessageRow() {}

    private record Row(
            String key,
            int revision,
            String job,
            String element,
            String mail,
            Recipients role,
            int chunk,
            String messageId,
            State state,
            String locale,
            String recipients,
            String linkOf,
            String subject,
            Optional<byte[]> texts,
            Optional<String> entry,
            Optional<String> file,
            Optional<Instant> windowStart,
            Optional<Integer> minutes,
            String claim,
            Instant createdAt,
            Optional<Instant> heldUntil) {}

    /**
     * What {@link #INSERT} takes.
     *
     * @param heldUntil until when one attempt has it in hand
     */
    static SqlParameterSource of(Draft draft, Instant now, Optional<Instant> heldUntil) {
        return new RecordParameters(new Row(
                draft.sending().situation().key(),
                draft.revision(),
                draft.sending().job(),
                draft.sending().element(),
                draft.sending().mailing().template(),
                draft.sending().mailing().recipients(),
                draft.chunk(),
                draft.messageId(),
                draft.state(),
                draft.language().code(),
                draft.envelope().toString(),
                text(draft.linkOf()),
                draft.rendered().subject(),
                Optional.of(
                        new MailTexts(draft.rendered().html(), draft.rendered().text()).deflated()),
                draft.rendered().entry(),
                draft.rendered().file(),
                draft.window().map(Window::start),
                draft.window().map(Window::minutes),
                draft.claim().toString(),
                now,
                heldUntil));
    }

    static LoggedMail mail(ResultSet row, int number) throws SQLException {
        return new LoggedMail(
                row.getString("job"),
                mailing(row),
                row.getInt("chunk"),
                row.getString("message_id"),
                State.valueOf(row.getString("state")),
                Envelope.parse(row.getString("recipients")),
                lines(row.getString("accepted")).collect(Collectors.toSet()),
                refused(row.getString("refused")),
                Claim.parse(row.getString("claim")),
                row.getInt("tries"));
    }

    /** What it says; {@code null} for what is no longer kept. */
    static Rendered rendered(ResultSet row) throws SQLException {
        var texts = MailTexts.in(row);
        return new Rendered(
                row.getString("subject"),
                texts.map(MailTexts::html).orElse(null),
                texts.map(MailTexts::text).orElse(null),
                Optional.ofNullable(row.getString("calendar_entry")),
                Optional.ofNullable(row.getString("attachment")));
    }

    static Told told(ResultSet row, int number) throws SQLException {
        return new Told(
                row.getString("job"),
                mailing(row),
                State.valueOf(row.getString("state")),
                Envelope.parse(row.getString("recipients"))
                        .without(refused(row.getString("refused")).keySet()),
                StoredTime.in(row, "window_start").orElse(null),
                row.getInt("downtime_minutes"),
                row.getBoolean("with_entry"),
                Claim.parse(row.getString("claim")));
    }

    private static Mailing mailing(ResultSet row) throws SQLException {
        return new Mailing(row.getString("mail"), Recipients.valueOf(row.getString("recipients_role")));
    }

    static String text(Collection<String> addresses) {
        return addresses.isEmpty() ? null : String.join("\n", addresses);
    }

    static String text(Map<String, String> refused) {
        return text(refused.entrySet().stream()
                .map(one -> one.getKey() + " " + one.getValue())
                .toList());
    }

    private static Map<String, String> refused(String text) {
        var refused = new LinkedHashMap<String, String>();
        lines(text).map(line -> line.split(" ", 2)).forEach(parts -> refused.putIfAbsent(parts[0], words(parts)));
        return refused;
    }

    private static String words(String... parts) {
        return parts.length > 1 ? parts[1] : "";
    }

    private static Stream<String> lines(String text) {
        return Stream.ofNullable(text).flatMap(String::lines);
    }
}
