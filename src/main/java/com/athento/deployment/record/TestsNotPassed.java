package com.athento.deployment.record;

import com.athento.deployment.intervention.Version;
import com.athento.deployment.process.RecordRow;
import com.athento.deployment.record.TestNotPassed.Known;
import java.sql.ResultSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What did not pass in the batteries of an intervention, test by test, where they were imported. */
@Component
public class TestsNotPassed {

    /** Of one intervention; beyond that nobody reads on. */
    private static final int MOST = 500;

    /** Of one battery; beyond that not even a file has them. */
    public static final int MOST_OF_LAST = 10_000;

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
        var tests = database.sql("""
                        select b.battery, t.suite, t.name, t.outcome as status, t.why as message, t.link,
                            cast(null as varchar(20)) as known
                        from (select import_id, row_number() over (order by id) as battery
                            from qa_run where intervention_key = :key) b
                        join battery_test t on t.import_id = b.import_id
                            and t.outcome in ('FAILED', 'BLOCKED', 'OPEN')
                        order by b.battery, t.place fetch first :most rows only""")
                .param("key", key)
                .param("most", MOST)
                .query(new RecordRow<>(TestNotPassed.class))
                .list();
        return compared(tests, before(key, instance, first.get()), there(instance, targetVersion, first.get()));
    }

    /**
     * In the last battery that is finished or was given up; nothing where its figures were typed.
     *
     * @param targetVersion as above
     */
    public LastNotPassed ofLast(String key, String instance, Optional<Version> targetVersion) {
        var counted = lastImport(key);
        if (counted.isEmpty()) {
            return LastNotPassed.NOTHING;
        }
        var tests = database.sql("""
                        select 1 as battery, suite, name, outcome as status, why as message, link,
                            cast(null as varchar(20)) as known
                        from battery_test where import_id = :id and outcome in ('FAILED', 'BLOCKED', 'OPEN')
                        order by place fetch first :most rows only""")
                .param("id", counted.get())
                .param("most", MOST_OF_LAST)
                .query(new RecordRow<>(TestNotPassed.class))
                .list();
        var first = firstImport(key).orElseThrow();
        var newFirst = compared(tests, before(key, instance, first), there(instance, targetVersion, first)).stream()
                .sorted(Comparator.comparing(TestNotPassed::known, Comparator.nullsLast(Comparator.reverseOrder())))
                .toList();
        return new LastNotPassed(tests.size() < MOST_OF_LAST ? tests.size() : count(counted.get()), newFirst);
    }

    private Optional<Long> lastImport(String key) {
        return database.sql("""
                        select import_id from qa_run
                        where id = (select max(id) from qa_run
                            where intervention_key = :key and (finished = true or verdict = 'FAILED'))
                            and import_id is not null""").param("key", key).query(Long.class).optional();
    }

    private long count(long id) {
        return database.sql(
                        "select count(*) from battery_test where import_id = :id and outcome in ('FAILED', 'BLOCKED', 'OPEN')")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private List<TestNotPassed> compared(List<TestNotPassed> tests, Optional<Long> before, Optional<Long> there) {
        if (before.isEmpty() && there.isEmpty()) {
            return tests;
        }
        var names = tests.stream().map(Test::of).collect(Collectors.toSet());
        var failedBefore = of(names, before);
        var failedThere = of(names, there);
        return tests.stream()
                .map(test -> test.as(
                        failedBefore.contains(Test.of(test))
                                ? Known.FAILED_BEFORE
                                : failedThere.contains(Test.of(test)) ? Known.KNOWN_THERE : Known.NEW))
                .toList();
    }

    private record Test(String suite, String name) {

        static Test of(TestNotPassed test) {
            return new Test(test.suite(), test.name());
        }
    }

    /**
     * Which of these did not pass in another battery either. It is read once from end to end: asked for one by one, as
     * many tests in the one as in the other would take hours.
     */
    private Set<Test> of(Set<Test> names, Optional<Long> other) {
        if (other.isEmpty()) {
            return Set.of();
        }
        var found = new HashSet<Test>();
        database.sql("""
                        select suite, name from battery_test
                        where import_id = :id and outcome in ('FAILED', 'BLOCKED', 'OPEN')""").param("id", other.get()).query((ResultSet row) -> {
            var test = new Test(row.getString("suite"), row.getString("name"));
            if (names.contains(test)) {
                found.add(test);
            }
        });
        return found;
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

    /** The last battery with which the version was kept on another instance until then. */
    private Optional<Long> there(String instance, Optional<Version> version, long first) {
        return version.flatMap(target -> database.sql("""
                        select max(r.import_id) from qa_run r
                        join version_run v on v.intervention_key = r.intervention_key and v.origin = 'DEPLOYED'
                        where v.line = (select line from instance where code = :instance) and v.same_as = :sameAs
                            and v.instance_code <> :instance and (v.ending is null or v.ending = 'REPLACED')
                            and r.finished and r.import_id < :first""")
                .param("instance", instance)
                .param("sameAs", target.plain())
                .param("first", first)
                .query(Long.class)
                .optional());
    }
}
