package com.athento.deployment.record;

import com.athento.deployment.process.Elements;
import com.athento.deployment.process.RecordRow;
import com.athento.deployment.process.StoredTime;
import com.athento.deployment.record.OnRecord.Approval;
import com.athento.deployment.record.OnRecord.Consent;
import com.athento.deployment.record.OnRecord.Hotfix;
import com.athento.deployment.record.OnRecord.Incident;
import com.athento.deployment.record.OnRecord.Mail;
import com.athento.deployment.record.OnRecord.Moment;
import com.athento.deployment.record.OnRecord.QaRun;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells what happened in an intervention, from the tables that its steps write. */
@Component
public class Records {

    /** Via of what stands in the place of an answer. */
    private static final String STANDING = "STANDING";

    private final JdbcClient database;
    private final Clock clock;

    Records(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public OnRecord of(InterventionRow intervention) {
        var key = intervention.key();
        var mails = list(Mail.class, key, """
                        select id, revision, element, mail, recipients_role, refused, subject, locale,
                            message_id, created_at, sent_at, coalesce(recipients, '') as envelope,
                            recipients is null as addresses_removed, body_html is null as text_removed,
                            case when state = 'SENDING' and not exists (select 1 from act_ru_job where id_ = job)
                                then 'DROPPED' else state end as state
                        from message_log where intervention_key = ? order by id""");
        var batteries = list(
                QaRun.class,
                key,
                "select q.*, q.still_open as open from qa_run q where intervention_key = ? order by id");
        var consents = list(
                Consent.class,
                key,
                "select c.*, c.link_of as links, c.answered_by is null as evidence_removed from consent c where intervention_key = ? order by id");
        return new OnRecord(
                list(Revision.class, key, "select * from revision where intervention_key = ? order by number"),
                list(Approval.class, key, "select * from approval where intervention_key = ? order by id"),
                consents,
                batteries,
                list(Hotfix.class, key, "select * from hotfix where intervention_key = ? order by id"),
                list(Incident.class, key, "select * from incident where intervention_key = ? order by reported_at, id"),
                mails,
                timeline(intervention, batteries, consents, mails));
    }

    /** A mail as it was sent: its HTML, if the intervention has that mail and still its text. */
    public Optional<String> html(String key, long mail) {
        return database.sql("select body_html from message_log where intervention_key = ? and id = ?")
                .params(key, mail)
                .query(String.class)
                .optional();
    }

    private List<Moment> timeline(
            InterventionRow intervention, List<QaRun> batteries, List<Consent> consents, List<Mail> mails) {
        var moments = new ArrayList<Moment>();
        moments.add(Moment.of(
                intervention.requestedAt(),
                "BEGIN",
                "deployment-requested",
                "Deployment requested",
                intervention.requester()));
        var answers = consents.stream()
                .filter(consent -> !STANDING.equals(consent.via()))
                .iterator();
        var verdicts = batteries.stream().map(QaRun::verdict).iterator();
        list(
                        Moment.class,
                        intervention.key(),
                        "select t.*, t.happened_at as at, cast(null as varchar(10)) as client, cast(null as varchar(10)) as link_of"
                                + " from timeline t where intervention_key = ? order by id")
                .stream()
                .map(moment -> judged(moment, verdicts))
                .map(moment -> answered(moment, answers))
                .forEach(moments::add);
        // Recipients come in chunks; for the timeline they are one mail.
        var told = new HashSet<String>();
        mails.stream()
                .filter(mail -> mail.sentAt() != null)
                .filter(mail -> told.add(mail.element() + mail.mail() + mail.recipientsRole() + mail.revision()))
                .map(mail -> Moment.of(mail.sentAt(), "MAIL", mail.element(), mail.mail(), mail.recipientsRole()))
                .forEach(moments::add);
        moments.addAll(noticesInside(intervention.key()));
        if (intervention.ended()) {
            moments.add(Moment.of(intervention.endedAt(), "END", intervention.outcome(), "Ended", null));
        }
        moments.sort(Comparator.comparing(moment -> moment.at().toInstant()));
        return moments;
    }

    /** What became of a battery is no answer of its task: the gate says it. */
    private static Moment judged(Moment moment, Iterator<String> verdicts) {
        return Elements.RUN_QA_BATTERY.equals(moment.element()) && verdicts.hasNext()
                ? moment.deciding(verdicts.next())
                : moment;
    }

    /** Each answer of the client is one completed task, whoever completed it. */
    private static Moment answered(Moment moment, Iterator<Consent> answers) {
        return Elements.OBTAIN_CLIENT_CONSENT.equals(moment.element()) && answers.hasNext()
                ? moment.of(answers.next())
                : moment;
    }

    /** What the instance itself has told its users: no mail says so. */
    private List<Moment> noticesInside(String key) {
        return database.sql("""
                        select case when shown.notice_at > shown.happened_at then shown.notice_at
                                else shown.happened_at end as at,
                            'NOTICE' as kind, 'notify-users' as element, 'user-notice' as label,
                            cast(null as varchar(10)) as person,
                            cast(null as varchar(10)) as decided, cast(null as varchar(10)) as note,
                            cast(null as varchar(10)) as client, cast(null as varchar(10)) as link_of
                        from status_update shown where shown.intervention_key = :key
                        and shown.in_app = true and shown.state = 'PLANNED'
                        and shown.notice_at <= coalesce((select min(later.happened_at) from status_update later
                            where later.intervention_key = shown.intervention_key and later.id > shown.id), :now)""")
                .param("key", key)
                .param("now", StoredTime.of(clock.instant()))
                .query(new RecordRow<>(Moment.class))
                .list();
    }

    private <T extends Record> List<T> list(Class<T> type, String key, String sql) {
        return database.sql(sql).param(key).query(new RecordRow<>(type)).list();
    }
}
