package com.athento.deployment.record;

import com.athento.deployment.intervention.ApprovalDecision;
import com.athento.deployment.intervention.FixAnswer;
import com.athento.deployment.intervention.Phase;
import com.athento.deployment.process.RecordRow;
import com.athento.deployment.process.StoredTime;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the steps of an intervention have put on record, each list in the order of time. */
@Component
public class Records {

    private static final String MAILS = """
            select id, revision, element, mail, recipients_role, refused, subject, locale,
                message_id, created_at, sent_at, coalesce(recipients, '') as envelope,
                recipients is null as addresses_removed, texts is null and body_html is null as text_removed,
                case when state = 'SENDING' and not exists (select 1 from act_ru_job where id_ = job)
                    then 'DROPPED' else state end as state
            from message_log where intervention_key = :key""";

    private static final String ANSWERS = """
            select c.*, c.link_of as links, nullif(c.via, 'STANDING') as way, c.answered_by is null as evidence_removed
            from consent c where intervention_key = :key""";

    private final JdbcClient database;

    Records(JdbcClient database) {
        this.database = database;
    }

    public Phase phase(String key) {
        return Phase.valueOf(database.sql("select phase from intervention where intervention_key = :key")
                .param("key", key)
                .query(String.class)
                .single());
    }

    /** Since when users can work again; empty where they always could. */
    public Optional<Instant> availableSince(String key) {
        return database.sql("select available_since from intervention where intervention_key = :key")
                .param("key", key)
                .query((row, number) -> StoredTime.in(row, "available_since"))
                .single();
    }

    public List<Revision> revisions(String key) {
        return list(Revision.class, key, "select * from revision where intervention_key = :key order by number");
    }

    /** The first revision whose consents still cover this one. */
    public int consentFrom(String key, int revision) {
        return database.sql("select consent_from from revision where intervention_key = :key and number = :revision")
                .param("key", key)
                .param("revision", revision)
                .query(Integer.class)
                .optional()
                .orElse(revision);
    }

    public List<Approval> approvals(String key) {
        return list(Approval.class, key, "select * from approval where intervention_key = :key order by id");
    }

    /** Of whatever revision. */
    public List<Approval> denials(String key) {
        return approvals(key).stream()
                .filter(approval -> approval.decision() == ApprovalDecision.DENY)
                .toList();
    }

    /** The client's answers, and what stood in the place of one. */
    public List<ClientsAnswer> consents(String key) {
        return list(ClientsAnswer.class, key, ANSWERS + " order by id");
    }

    /** The latest answer that the client itself gave. */
    public Optional<ClientsAnswer> lastAnswer(String key) {
        return list(
                        ClientsAnswer.class,
                        key,
                        ANSWERS + " and via <> 'STANDING' order by id desc fetch first 1 rows only")
                .stream()
                .findFirst();
    }

    public List<Battery> batteries(String key) {
        return list(Battery.class, key, """
                select q.*, q.still_open as open, q.fixes_reapplied as reapplied,
                    case when q.import_id is null then 'TYPED' when i.source is null then 'FILES' else 'TESTRAIL' end
                        as origin
                from qa_run q left join battery_import i on i.id = q.import_id
                where q.intervention_key = :key order by q.id""");
    }

    /** Those that say something: finished ones, and those that were given up as they could no longer pass. */
    public List<Battery> settledBatteries(String key) {
        return batteries(key).stream().filter(Battery::settled).toList();
    }

    /** Those of these interventions that have some. */
    public Set<String> withSettledBatteries(Collection<String> keys) {
        return keys.isEmpty()
                ? Set.of()
                : Set.copyOf(database.sql("""
                                select distinct intervention_key from qa_run
                                where intervention_key in (:keys) and (finished = true or verdict = 'FAILED')""")
                        .param("keys", keys)
                        .query(String.class)
                        .list());
    }

    public Optional<Battery> lastFinishedBattery(String key) {
        return batteries(key).stream().filter(Battery::finished).reduce((earlier, later) -> later);
    }

    public List<Hotfix> hotfixes(String key) {
        return list(Hotfix.class, key, "select * from hotfix where intervention_key = :key order by id");
    }

    public List<Hotfix> appliedHotfixes(String key) {
        return hotfixes(key).stream().filter(Hotfix::applied).toList();
    }

    /** The flags of the current revision, and how they stand now. */
    public List<FlagStanding> flags(String key) {
        var current = database.sql("""
                        select flags from revision where intervention_key = :key and flags is not null
                        and number = (select max(number) from revision where intervention_key = :key)""").param("key", key).query(String.class).optional();
        var states = new HashMap<String, String>();
        if (current.isPresent()) {
            database.sql("select name, state from flag_state where intervention_key = :key order by id")
                    .param("key", key)
                    .query((row, number) -> states.put(row.getString("name"), row.getString("state")))
                    .list();
        }
        return current.map(Revision::flagsOf).orElse(List.of()).stream()
                .map(flag -> FlagStanding.of(flag, states.getOrDefault(flag.name(), flag.before())))
                .toList();
    }

    /** What a revision says about the fixes on the instance, in its order. */
    public List<Fix> fixes(String key, int revision) {
        return fixes(key).stream().filter(fix -> fix.revision() == revision).toList();
    }

    /** What all revisions said about them. */
    List<Fix> fixes(String key) {
        return list(
                Fix.class, key, "select * from revision_fix where intervention_key = :key order by revision, place");
    }

    /** What of that is applied again on top of the version that comes. */
    public List<String> fixesToReapply(String key, int revision) {
        return fixes(key, revision).stream()
                .filter(fix -> fix.answer() == FixAnswer.REAPPLIED)
                .map(Fix::reference)
                .toList();
    }

    public List<Incident> incidents(String key) {
        return list(
                Incident.class, key, "select * from incident where intervention_key = :key order by reported_at, id");
    }

    /** The one for which the version had to go back last. */
    public Optional<Incident> rollbackDemanded(String key) {
        return Incident.demanding(incidents(key));
    }

    public List<Mail> mails(String key) {
        return list(Mail.class, key, MAILS + " order by id");
    }

    public Optional<Mail> mail(String key, long id) {
        return database.sql(MAILS + " and id = :id")
                .param("key", key)
                .param("id", id)
                .query(new RecordRow<>(Mail.class))
                .optional();
    }

    /** A mail as it was sent: its HTML, if the intervention has that mail and still its text. */
    public Optional<String> html(String key, long mail) {
        return database.sql("select " + MailTexts.COLUMNS
                        + " from message_log where intervention_key = :key and id = :mail")
                .param("key", key)
                .param("mail", mail)
                .query((row, number) -> MailTexts.in(row).map(MailTexts::html))
                .optional()
                .flatMap(Function.identity());
    }

    private <T extends Record> List<T> list(Class<T> type, String key, String sql) {
        return database.sql(sql).param("key", key).query(new RecordRow<>(type)).list();
    }
}
