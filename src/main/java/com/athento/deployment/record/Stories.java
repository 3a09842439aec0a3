package com.athento.deployment.record;

import com.athento.deployment.intervention.Verdict;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.process.Elements;
import com.athento.deployment.process.RecordRow;
import com.athento.deployment.process.StoredTime;
import com.athento.deployment.record.Moment.Kind;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells what happened in an intervention, from all that its steps put on record. */
@Component
public class Stories {

    private final Records records;
    private final TestsNotPassed tests;
    private final JdbcClient database;
    private final Clock clock;

    Stories(Records records, TestsNotPassed tests, JdbcClient database, Clock clock) {
        this.records = records;
        this.tests = tests;
        this.database = database;
        this.clock = clock;
    }

    public Story of(InterventionRow intervention) {
        var key = intervention.key();
        var consents = records.consents(key);
        var batteries = records.batteries(key);
        var mails = records.mails(key);
        var revisions = records.revisions(key);
        return new Story(
                revisions,
                records.approvals(key),
                consents,
                batteries,
                tests.of(key, intervention.instance(), targetVersion(revisions)),
                records.flags(key),
                records.fixes(key),
                records.hotfixes(key),
                records.incidents(key),
                mails,
                timeline(intervention, consents, batteries, mails));
    }

    private static Optional<Version> targetVersion(List<Revision> revisions) {
        return revisions.stream()
                .reduce((earlier, later) -> later)
                .map(Revision::targetVersion)
                .flatMap(Version::parse);
    }

    private List<Moment> timeline(
            InterventionRow intervention, List<ClientsAnswer> consents, List<Battery> batteries, List<Mail> mails) {
        var moments = new ArrayList<Moment>();
        moments.add(begin(intervention));
        moments.addAll(steps(intervention.key(), consents, batteries));
        told(mails).forEach(moments::add);
        moments.addAll(noticesInside(intervention.key()));
        moments.addAll(permits(intervention.key()));
        if (intervention.ended()) {
            moments.add(end(intervention));
        }
        moments.sort(Comparator.comparing(Moment::at));
        return moments;
    }

    private static Moment begin(InterventionRow intervention) {
        return Moment.of(
                intervention.requestedAt().toInstant(),
                Kind.BEGIN,
                "deployment-requested",
                "Deployment requested",
                intervention.requester());
    }

    private static Moment end(InterventionRow intervention) {
        return Moment.of(intervention.endedAt().toInstant(), Kind.END, intervention.outcome(), "Ended", null);
    }

    private List<Moment> steps(String key, List<ClientsAnswer> consents, List<Battery> batteries) {
        var verdicts = batteries.stream().map(Battery::verdict).iterator();
        var answers = consents.stream().filter(ClientsAnswer::itself).iterator();
        return database.sql("""
                        select t.*, t.happened_at as at, cast(null as varchar(10)) as client, cast(null as varchar(10)) as link_of
                        from timeline t where intervention_key = :key order by id""").param("key", key).query(new RecordRow<>(Moment.class)).list().stream()
                .map(moment -> judged(moment, verdicts))
                .map(moment -> answered(moment, answers))
                .toList();
    }

    /** What became of a battery is no answer of its task: the gate says it. */
    private static Moment judged(Moment moment, Iterator<Verdict> verdicts) {
        return Elements.RUN_QA_BATTERY.equals(moment.element()) && verdicts.hasNext()
                ? moment.deciding(verdicts.next())
                : moment;
    }

    /** Each answer of the client is one completed task, whoever completed it. */
    private static Moment answered(Moment moment, Iterator<ClientsAnswer> answers) {
        return Elements.OBTAIN_CLIENT_CONSENT.equals(moment.element()) && answers.hasNext()
                ? moment.of(answers.next())
                : moment;
    }

    /** Recipients come in chunks; for the timeline they are one mail. */
    private static Stream<Moment> told(List<Mail> mails) {
        var told = new HashSet<String>();
        return mails.stream()
                .filter(mail -> mail.sentAt() != null)
                .filter(mail -> told.add(mail.element() + mail.mail() + mail.recipientsRole() + mail.revision()))
                .map(mail -> Moment.of(mail.sentAt(), Kind.MAIL, mail.element(), mail.mail(), mail.recipientsRole()));
    }

    /** The first ones, where somebody asked again and again. */
    private List<Moment> permits(String key) {
        return database.sql("""
                        select taken_at as at, 'PERMIT' as kind, cast(null as varchar(10)) as element,
                            'permit' as label, taken_by as person,
                            cast(null as varchar(10)) as decided, id as note,
                            cast(null as varchar(10)) as client, cast(null as varchar(10)) as link_of
                        from permit where intervention_key = :key order by taken_at, id
                        fetch first 50 rows only""")
                .param("key", key)
                .query(new RecordRow<>(Moment.class))
                .list();
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
}
