package com.athento.deployment.record;

import com.athento.deployment.intervention.Version;
import com.athento.deployment.process.RecordRow;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What did not pass in the batteries of an intervention, test by test, where they were imported. */
@Component
public class TestsNotPassed {

    /** Of one intervention; beyond that nobody reads on. */
    private static final int MOST = 500;

    private static final long NONE = -1;

    private final JdbcClient database;

    TestsNotPassed(JdbcClient database) {
        this.database = database;
    }

    /**
     * In the order of the batteries, at most {@value #MOST}.
     *
     * @param targetVersion with which the version's other instances are compared; none for changes of a configuration
     */
    public List<TestNotPassed> of(String key, String instance, Optional<Version> targetVersion) {
        var first = firstImport(key);
        if (first.isEmpty()) {
            return List.of();
        }
        var before = before(key, instance, first.get());
        var there = targetVersion.flatMap(version -> there(instance, version));
        return database.sql("""
                        select b.battery, t.suite, t.name, t.outcome as status, t.why as message, t.link,
                            case when exists (select 1 from battery_test f where f.import_id = :before
                                    and f.outcome in ('FAILED', 'BLOCKED', 'OPEN')
                                    and f.suite = t.suite and f.name = t.name) then 'FAILED_BEFORE'
                                when exists (select 1 from battery_test k where k.import_id = :there
                                    and k.outcome in ('FAILED', 'BLOCKED', 'OPEN')
                                    and k.suite = t.suite and k.name = t.name) then 'KNOWN_THERE'
                                when :compared = 0 then null else 'NEW' end as known
                        from (select import_id, row_number() over (order by id) as battery
                            from qa_run where intervention_key = :key) b
                        join battery_test t on t.import_id = b.import_id
                            and t.outcome in ('FAILED', 'BLOCKED', 'OPEN')
                        order by b.battery, t.place fetch first :most rows only""")
                .param("key", key)
                .param("before", before.orElse(NONE))
                .param("there", there.orElse(NONE))
                .param("compared", before.isPresent() || there.isPresent() ? 1 : 0)
                .param("most", MOST)
                .query(new RecordRow<>(TestNotPassed.class))
                .list();
    }

    /** Most batteries are typed. */
    private Optional<Long> firstImport(String key) {
        return database.sql("select min(import_id) from qa_run where intervention_key = :key")
                .param("key", key)
                .query(Long.class)
                .optional();
    }

    /** The last battery of an earlier intervention on the same instance. */
    private Optional<Long> before(String key, String instance, long first) {
        return database.sql("""
                        select max(r.import_id) from qa_run r
                        join intervention i on i.intervention_key = r.intervention_key
                        where i.instance_code = :instance and r.finished and r.import_id < :first
                            and r.intervention_key <> :key""")
                .param("instance", instance)
                .param("key", key)
                .param("first", first)
                .query(Long.class)
                .optional();
    }

    /** The last battery with which the version was kept on another instance. */
    private Optional<Long> there(String instance, Version version) {
        return database.sql("""
                        select max(r.import_id) from qa_run r
                        join version_run v on v.intervention_key = r.intervention_key and v.origin = 'DEPLOYED'
                        where v.line = (select line from instance where code = :instance) and v.same_as = :sameAs
                            and v.instance_code <> :instance and (v.ending is null or v.ending = 'REPLACED')
                            and r.finished""")
                .param("instance", instance)
                .param("sameAs", version.plain())
                .query(Long.class)
                .optional();
    }
}
