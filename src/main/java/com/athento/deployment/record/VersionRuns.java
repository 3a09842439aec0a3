package com.athento.deployment.record;

import com.athento.deployment.intervention.Version;
import com.athento.deployment.process.RecordRow;
import com.athento.deployment.register.Instance;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where a version ran, and how that ended. */
@Component
public class VersionRuns {

    /** Each run, with what the intervention that brought it took; one that brought it back took that for another. */
    private static final String RUNS = """
            from version_run r
            left join intervention v on v.intervention_key = r.intervention_key and r.origin = 'DEPLOYED'
            left join qa_run q on q.id = (
                select max(id) from qa_run where intervention_key = v.intervention_key and finished)""";

    private static final String INCIDENTS =
            "(select count(*) from incident n where n.intervention_key = v.intervention_key)";

    private static final String HOTFIXES =
            "(select count(*) from hotfix h where h.intervention_key = v.intervention_key and h.applied_at is not null)";

    private final JdbcClient database;

    VersionRuns(JdbcClient database) {
        this.database = database;
    }

    /**
     * The instances on which a version was deployed with success, and kept: it runs there still, or made way for a
     * later one. Where its intervention went back, or the register says now that something earlier runs, it was not;
     * unless it came there once more, and stayed. What the register states counts like what an intervention has
     * brought.
     *
     * @param line a version of the other line is another version
     * @param otherThan an instance that does not count, itself to be upgraded
     * @param atMost so many at most, by code
     */
    public List<String> keptOn(Instance.Line line, Version version, String otherThan, int atMost) {
        return database.sql("""
                        select distinct instance_code from version_run
                        where line = :line and same_as = :sameAs and instance_code <> :otherThan
                            and (ending is null or ending = 'REPLACED')
                        order by instance_code fetch first :atMost rows only""")
                .param("line", line.name())
                .param("sameAs", version.plain())
                .param("otherThan", otherThan)
                .param("atMost", atMost)
                .query(String.class)
                .list();
    }

    /**
     * How a version has done, wherever it ran.
     *
     * @param otherThan an instance that does not count; empty where all do
     */
    public TrackRecord record(Instance.Line line, Version version, String otherThan) {
        return database.sql("""
                        select count(distinct case when ending is null or ending = 'REPLACED' then instance end) as instances,
                            min(case when ending is null or ending = 'REPLACED' then ran_from end) as since,
                            count(case when ending = 'ROLLED_BACK' then 1 end) as rolled_back,
                            count(case when origin = 'DEPLOYED' then 1 end) as deployments,
                            coalesce(sum(passed), 0) as passed, coalesce(sum(total), 0) as tests,
                            coalesce(sum(minutes), 0) as minutes, coalesce(sum(incidents), 0) as incidents,
                            coalesce(sum(hotfixes), 0) as hotfixes
                        from (
                            select r.instance_code as instance, r.ending, r.ran_from, r.origin, q.passed, q.total,
                                v.downtime_spent as minutes, %s as incidents, %s as hotfixes
                            %s
                            where r.line = :line and r.same_as = :sameAs and r.instance_code <> :otherThan) runs""".formatted(INCIDENTS, HOTFIXES, RUNS))
                .param("line", line.name())
                .param("sameAs", version.plain())
                .param("otherThan", otherThan)
                .query(new RecordRow<>(TrackRecord.class))
                .single();
    }

    /** Where a version ran, the latest first; so many at most. */
    public List<VersionRun> of(Instance.Line line, Version version, int atMost) {
        return database.sql("""
                        select r.instance_code as instance, i.environment, i.client_code as client,
                            c.name as client_name, r.line, r.version, r.origin, r.intervention_key, r.ran_from,
                            r.ran_until, r.ending, q.passed, q.total as tests, v.downtime_spent as minutes,
                            %s as incidents, %s as hotfixes
                        %s
                        join instance i on i.code = r.instance_code
                        join client c on c.code = i.client_code
                        where r.line = :line and r.same_as = :sameAs
                        order by r.ran_from desc, r.id desc fetch first :atMost rows only""".formatted(INCIDENTS, HOTFIXES, RUNS))
                .param("line", line.name())
                .param("sameAs", version.plain())
                .param("atMost", atMost)
                .query(new RecordRow<>(VersionRun.class))
                .list();
    }

    /** How often a version came to an instance. */
    public int count(Instance.Line line, Version version) {
        return database.sql("select count(*) from version_run where line = :line and same_as = :sameAs")
                .param("line", line.name())
                .param("sameAs", version.plain())
                .query(Integer.class)
                .single();
    }

    /** All versions of a line that ever ran anywhere, in any writing, each with on how many instances it runs now. */
    public List<Ran> versions(Instance.Line line) {
        return database.sql("""
                        select min(version) as version,
                            count(distinct case when ran_until is null then instance_code end) as runs_on
                        from version_run where line = :line group by same_as""")
                .param("line", line.name())
                .query(new RecordRow<>(Ran.class))
                .list();
    }

    /**
     * A version that ran somewhere.
     *
     * @param runsOn on how many instances it runs now
     */
    public record Ran(Version version, int runsOn) {}
}
