package com.athento.deployment.request;

import static com.athento.deployment.process.Variables.BIG_CHANGES;
import static com.athento.deployment.process.Variables.CHANGE_KIND;
import static com.athento.deployment.process.Variables.DOWNTIME_MINUTES;
import static com.athento.deployment.process.Variables.FINDINGS;
import static com.athento.deployment.process.Variables.FIXES;
import static com.athento.deployment.process.Variables.FLAGS;
import static com.athento.deployment.process.Variables.FLAG_POSSIBLE;
import static com.athento.deployment.process.Variables.FLAG_REASON;
import static com.athento.deployment.process.Variables.INSTANCE_CODE;
import static com.athento.deployment.process.Variables.NOTICE_CHANNELS;
import static com.athento.deployment.process.Variables.NO_NOTICE_REASON;
import static com.athento.deployment.process.Variables.PLAN;
import static com.athento.deployment.process.Variables.REASON;
import static com.athento.deployment.process.Variables.RELEASE_NOTES_URL;
import static com.athento.deployment.process.Variables.REPORTED_AT;
import static com.athento.deployment.process.Variables.ROLLBACK_PLAN;
import static com.athento.deployment.process.Variables.SEVERITY;
import static com.athento.deployment.process.Variables.TARGET_VERSION;
import static com.athento.deployment.process.Variables.WINDOW_OFFSET;
import static com.athento.deployment.process.Variables.WINDOW_START_LOCAL;

import com.athento.deployment.intervention.AnsweredFix;
import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.Finding;
import com.athento.deployment.intervention.InterventionKey;
import com.athento.deployment.intervention.Plan;
import com.athento.deployment.intervention.Severity;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.intervention.Window;
import com.athento.deployment.process.RecordParameters;
import com.athento.deployment.process.RecordRow;
import com.athento.deployment.process.StoredTime;
import com.athento.deployment.process.Variable;
import com.athento.deployment.schedule.ClientTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code revision}: every version of every plan, and what was found about it. */
@Component
class Revisions {

    private static final Map<Variable<?>, String> TEXTS = Map.ofEntries(
            Map.entry(CHANGE_KIND, "change_kind"),
            Map.entry(TARGET_VERSION, "target_version"),
            Map.entry(SEVERITY, "severity"),
            Map.entry(REASON, "reason"),
            Map.entry(FLAG_REASON, "flag_reason"),
            Map.entry(FLAGS, "flags"),
            Map.entry(PLAN, "plan"),
            Map.entry(ROLLBACK_PLAN, "rollback_plan"),
            Map.entry(RELEASE_NOTES_URL, "release_notes_url"),
            Map.entry(NOTICE_CHANNELS, "notice_channels"),
            Map.entry(NO_NOTICE_REASON, "no_notice_reason"));

    private final JdbcClient database;

    Revisions(JdbcClient database) {
        this.database = database;
    }

    /** A new revision; what it voids is not known before it is checked. */
    void add(String key, int number, Submission submission, String by, Instant windowSetAt) {
        database.sql("""
                        insert into revision (intervention_key, number, submitted_by, submitted_at,
                            change_kind, from_version, target_version, severity, reported_at,
                            window_start, zone, downtime_minutes, reason, flag_possible, flag_reason,
                            flags, big_changes, plan, rollback_plan, release_notes_url, notice_channels,
                            no_notice_reason, window_set_at, approvals_from, consent_from)
                        values (:key, :number, :by, :at,
                            :kind, :fromVersion, :target, :severity, :reportedAt,
                            :start, :zone, :minutes, :reason, :flagPossible, :flagReason,
                            :flags, :bigChanges, :plan, :rollbackPlan, :releaseNotes, :channels,
                            :whyNone, :windowSetAt, :number, :number)""")
                .paramSource(new RecordParameters(SubmittedRow.of(key, number, submission, by, windowSetAt)))
                .update();
        var place = 0;
        for (var answered : submission.fixes().answered()) {
            database.sql("""
                            insert into revision_fix (intervention_key, revision, place, reference, answer, notes)
                            values (:key, :number, :place, :reference, :answer, :notes)""")
                    .param("key", key)
                    .param("number", number)
                    .param("place", place++)
                    .param("reference", answered.fix().reference())
                    .param("answer", answered.fix().answer().name())
                    .param("notes", answered.notes())
                    .update();
        }
    }

    private List<AnsweredFix> fixes(String key, int number) {
        return database.sql("""
                        select reference, answer from revision_fix
                        where intervention_key = :key and revision = :number order by place""")
                .param("key", key)
                .param("number", number)
                .query(new RecordRow<>(AnsweredFix.class))
                .list();
    }

    /**
     * One that is whole: a request that ends at once is never read back.
     *
     * @throws IllegalStateException if there is none of that number
     */
    Revision get(String key, int number) {
        var fixes = fixes(key, number);
        return database.sql("select * from revision where intervention_key = :key and number = :number")
                .param("key", key)
                .param("number", number)
                .query((row, position) -> revision(new InterventionKey(key), row, fixes))
                .optional()
                .orElseThrow(() -> new IllegalStateException(
                        "There is no revision %d of %s; restore it and retry the job".formatted(number, key)));
    }

    void checked(String key, Revision revision, List<Finding> findings, int approvals, int consent) {
        database.sql("""
                        update revision set findings = :findings, approvals_from = :approvals, consent_from = :consent
                        where intervention_key = :key and number = :number""")
                .param("findings", json(findings))
                .param("approvals", approvals)
                .param("consent", consent)
                .param("key", key)
                .param("number", revision.number())
                .update();
    }

    void found(String key, int number, List<Finding> findings) {
        database.sql("update revision set findings = :findings where intervention_key = :key and number = :number")
                .param("findings", json(findings))
                .param("key", key)
                .param("number", number)
                .update();
    }

    /** An exception is the approvers' to read: what they approved before does not cover it. */
    void excepted(String key, int number, String by, Instant at, String reason) {
        database.sql("""
                        update revision set exception_by = :by, exception_at = :at, exception_reason = :reason,
                            approvals_from = number
                        where intervention_key = :key and number = :number""")
                .param("by", by)
                .param("at", StoredTime.of(at))
                .param("reason", reason)
                .param("key", key)
                .param("number", number)
                .update();
    }

    /** One that differs by its window alone, which the client took itself: what was approved and excepted stays so. */
    void picked(String key, Revision before, int number, List<Finding> findings) {
        database.sql("""
                        update revision set findings = :findings, approvals_from = :approvals
                        where intervention_key = :key and number = :number""")
                .param("findings", json(findings))
                .param("approvals", before.approvalsFrom())
                .param("key", key)
                .param("number", number)
                .update();
        keepException(key, number);
    }

    /** The exception of the revision before holds for this one, too. */
    void keepException(String key, int number) {
        database.sql("""
                        update revision set
                            exception_by = (select b.exception_by from revision b where b.intervention_key = :key and b.number = :before),
                            exception_at = (select b.exception_at from revision b where b.intervention_key = :key and b.number = :before),
                            exception_reason = (select b.exception_reason from revision b where b.intervention_key = :key and b.number = :before)
                        where intervention_key = :key and number = :number""")
                .param("key", key)
                .param("before", number - 1)
                .param("number", number)
                .update();
    }

    private static Revision revision(InterventionKey key, ResultSet row, List<AnsweredFix> fixes) throws SQLException {
        var zone = ZoneId.of(row.getString("zone"));
        var start = StoredTime.in(row, "window_start").orElseThrow();
        return new Revision(
                row.getInt("number"),
                new Plan(
                        key.instance(),
                        ChangeKind.valueOf(row.getString("change_kind")),
                        Optional.ofNullable(row.getString("from_version")).map(Version::new),
                        Optional.ofNullable(row.getString("target_version")).map(Version::new),
                        new Window(start, zone, row.getInt("downtime_minutes"))),
                Severity.valueOf(row.getString("severity")),
                StoredTime.in(row, "window_set_at").orElseThrow(),
                FINDINGS.parse(row.getString("findings")).orElse(List.of()),
                Optional.ofNullable(row.getString("exception_reason")),
                row.getInt("approvals_from"),
                row.getInt("consent_from"),
                fields(key, ClientTime.of(start, zone), row, fixes));
    }

    private static Map<Variable<?>, Optional<Object>> fields(
            InterventionKey key, ClientTime start, ResultSet row, List<AnsweredFix> fixes) throws SQLException {
        var fields = new LinkedHashMap<Variable<?>, Optional<Object>>();
        fields.put(INSTANCE_CODE, Optional.of(key.instance()));
        fields.put(WINDOW_START_LOCAL, Optional.of(start.text()));
        fields.put(
                WINDOW_OFFSET,
                Optional.of(start).filter(ClientTime::existsTwice).map(ClientTime::offsetText));
        fields.put(FIXES, Optional.of(fixes).filter(some -> !some.isEmpty()).map(FIXES::raw));
        fields.put(REPORTED_AT, StoredTime.in(row, "reported_at").map(Date::from));
        fields.put(DOWNTIME_MINUTES, Optional.of(row.getInt("downtime_minutes")));
        fields.put(FLAG_POSSIBLE, Optional.of(row.getBoolean("flag_possible")));
        fields.put(BIG_CHANGES, Optional.of(row.getBoolean("big_changes")));
        for (var text : TEXTS.entrySet()) {
            fields.put(text.getKey(), Optional.ofNullable(row.getString(text.getValue())));
        }
        return fields;
    }

    private static String json(List<Finding> findings) {
        return FINDINGS.raw(findings).toString();
    }
}
