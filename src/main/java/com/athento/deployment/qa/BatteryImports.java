package com.athento.deployment.qa;

import com.athento.deployment.process.RecordRow;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.StoredTime;
import com.athento.deployment.process.Variable;
import com.athento.deployment.qa.results.TestResult;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Results that were sent for a battery: kept test by test, and counted once. */
@Component
class BatteryImports {

    private static final int AT_ONCE = 1_000;

    private static final String DROP = """
            update battery_import set dropped = true where intervention_key = :key and not dropped
            and not exists (select 1 from qa_run r where r.import_id = battery_import.id)""";

    private static final List<String> WITHOUT_TESTS =
            List.of("delete from battery_test where import_id in ", "delete from testrail_run where import_id in ");

    private static final String DROPPED = "(select id from battery_import where intervention_key = :key and dropped)";

    private final JdbcClient database;
    private final NamedParameterJdbcOperations rows;
    private final Clock clock;

    BatteryImports(JdbcClient database, NamedParameterJdbcOperations rows, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * @param digest of all that was sent
     * @param run where it comes from; empty for files
     */
    @Transactional
    ImportedBattery add(String key, String person, String digest, List<TestResult> tests, Optional<TakenRun> run) {
        var counts = ImportedBattery.of(tests);
        var id = new GeneratedKeyHolder();
        database.sql("""
                        insert into battery_import (intervention_key, imported_by, imported_at, digest, total,
                            passed, failed, blocked, still_open, source, link, finished)
                        values (:key, :person, :at, :digest, :total, :passed, :failed, :blocked, :open,
                            :source, :link, :finished)""")
                .param("key", key)
                .param("person", person)
                .param("at", StoredTime.of(clock.instant()))
                .param("digest", digest)
                .param("total", counts.total())
                .param("passed", counts.passed())
                .param("failed", counts.failed())
                .param("blocked", counts.blocked())
                .param("open", counts.open())
                .param("source", run.map(TakenRun::name).orElse(null))
                .param("link", run.map(TakenRun::page).orElse(null))
                .param("finished", run.map(TakenRun::isComplete).orElse(null))
                .update(id, "id");
        long number = id.getKeyAs(Long.class);
        run.ifPresent(taken -> taken.runs().forEach(one -> keepRun(number, one)));
        for (int from = 0; from < tests.size(); from += AT_ONCE) {
            rows.batchUpdate(
                    """
                    insert into battery_test (import_id, place, suite, name, outcome, seconds, why, flaky, link)
                    values (:id, :place, :suite, :name, :outcome, :seconds, :why, :flaky, :link)""",
                    IntStream.range(from, Math.min(from + AT_ONCE, tests.size()))
                            .mapToObj(place -> row(number, place, tests.get(place)))
                            .toArray(SqlParameterSource[]::new));
        }
        return counts.as(number);
    }

    private void keepRun(long id, long run) {
        database.sql("insert into testrail_run (import_id, run) values (:id, :run)")
                .param("id", id)
                .param("run", run)
                .update();
    }

    private static SqlParameterSource row(long id, int place, TestResult test) {
        return new MapSqlParameterSource("id", id)
                .addValue("place", place)
                .addValue("suite", test.suite())
                .addValue("name", test.name())
                .addValue("outcome", test.outcome().name())
                .addValue("seconds", test.seconds())
                .addValue("why", test.why())
                .addValue("flaky", test.flaky())
                .addValue("link", test.link());
    }

    /**
     * The figures of an import for the battery that is being recorded.
     *
     * @param asked since when that battery is awaited
     * @throws Refused if it is of another intervention, from before, has counted already, or will not any more
     */
    Found take(String key, String id, Instant asked) {
        var found = database.sql("""
                        select i.*, i.still_open as open,
                            exists (select 1 from qa_run r where r.import_id = i.id) as used,
                            exists (select 1 from qa_run r join battery_import b on b.id = r.import_id
                                where r.intervention_key = i.intervention_key and r.finished
                                and b.digest = i.digest) as repeated
                        from battery_import i where i.id = :id and i.intervention_key = :key""")
                .param("id", number(id))
                .param("key", key)
                .query(new RecordRow<>(Found.class))
                .optional()
                .orElseThrow(() -> Refused.because("refused.import.unknown", id, key));
        if (found.dropped) {
            throw Refused.late("refused.import.dropped", id);
        }
        if (found.used) {
            throw Refused.late("refused.import.used", id);
        }
        if (found.importedAt.isBefore(asked)) {
            throw Refused.late("refused.import.earlier", id);
        }
        if (found.repeated) {
            throw Refused.late("refused.import.same", id);
        }
        if (found.source != null) {
            refuseCounted(key, found.source, lockRuns(found.id));
        }
        return found;
    }

    /** Of two interventions that count the same run at once the second one waits for the first, and sees it. */
    private List<Long> lockRuns(long id) {
        return database.sql("""
                        select run from testrail_run
                        where run in (select run from testrail_run where import_id = :id)
                        order by run, import_id for update""").param("id", id).query(Long.class).list();
    }

    /** One that is not complete may be taken again, for the same battery. */
    void refuseCounted(String key, String name, List<Long> runs) {
        if (runs.isEmpty()) {
            return;
        }
        database.sql("""
                        select r.intervention_key from testrail_run t join qa_run r on r.import_id = t.import_id
                        where t.run in (:runs) and (r.finished or r.intervention_key <> :key)
                        order by r.id fetch first 1 rows only""")
                .param("runs", runs)
                .param("key", key)
                .query(String.class)
                .optional()
                .ifPresent(other -> {
                    throw Refused.late("refused.testrail.used", name, other);
                });
    }

    /** Those of them that cannot count any more, by what they are called. */
    Set<String> countedRuns(String key, List<String> names) {
        return names.isEmpty()
                ? Set.of()
                : Set.copyOf(database.sql("""
                                select i.source from battery_import i join qa_run r on r.import_id = i.id
                                where i.source in (:names) and (r.finished or r.intervention_key <> :key)""")
                        .param("names", names)
                        .param("key", key)
                        .query(String.class)
                        .list());
    }

    /** None has the number -1. */
    private static long number(String id) {
        return id.matches("[0-9]{1,18}") ? Long.parseLong(id) : -1;
    }

    /** What was sent for the battery and has not counted will not count any more: whoever still tries hears that. */
    void dropUncounted(String key) {
        if (database.sql(DROP).param("key", key).update() > 0) {
            WITHOUT_TESTS.forEach(
                    sql -> database.sql(sql + DROPPED).param("key", key).update());
        }
    }

    /**
     * An import, and what became of it.
     *
     * @param source the run that it comes from; null for files
     * @param link of that run
     * @param finished whether it was complete; null for files, which do not say
     */
    record Found(
            long id,
            Instant importedAt,
            String source,
            String link,
            Boolean finished,
            long total,
            long passed,
            long failed,
            long blocked,
            long open,
            boolean dropped,
            boolean used,
            boolean repeated) {

        Map<Variable<Long>, Long> counts() {
            return new ImportedBattery(String.valueOf(id), total, passed, failed, blocked, open).counts();
        }
    }
}
