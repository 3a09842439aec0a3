package com.athento.deployment.qa;

import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.process.InterventionLock;
import com.athento.deployment.process.Reading;
import com.athento.deployment.process.Refused;
import com.athento.deployment.process.StoredTime;
import com.athento.deployment.process.Variables;
import com.athento.deployment.process.WhoActs;
import com.athento.deployment.record.Records;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The QA team ran the battery: its figures, typed or counted from an import, are checked and kept. */
@Component
class RecordBattery implements TaskListener {

    private final InterventionLock lock;
    private final Batteries batteries;
    private final BatteryImports imports;
    private final Records records;
    private final JdbcClient database;
    private final WhoActs whoActs;
    private final Clock clock;

    RecordBattery(
            InterventionLock lock,
            Batteries batteries,
            BatteryImports imports,
            Records records,
            JdbcClient database,
            WhoActs whoActs,
            Clock clock) {
        this.lock = lock;
        this.batteries = batteries;
        this.imports = imports;
        this.records = records;
        this.database = database;
        this.whoActs = whoActs;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        var key = task.getExecution().getProcessBusinessKey();
        // Of two people who finish it at once the second sees what the first has left.
        lock.take(key);
        var imported = Variables.QA_IMPORT.find(task);
        imported.ifPresent(
                id -> fill(task, imports.take(key, id, task.getCreateTime().toInstant())));
        var battery = ReadBattery.from(task);
        batteries.check(key, battery);
        var reapplied = new ReappliedFixes(records.fixesToReapply(key, Variables.REVISION.in(task)))
                .confirmed(Variables.FIXES_REAPPLIED.find(task).orElse(List.of()), battery.finished());
        record(task, key, battery, imported, reapplied);
        imports.dropUncounted(key);
    }

    /** What is counted test by test is not typed over, and what TestRail says not either. */
    private static void fill(DelegateTask task, BatteryImports.Found imported) {
        var reading = new Reading();
        imported.counts().forEach((figure, count) -> {
            reading.check(() -> figure.find(task)
                    .filter(typed -> !typed.equals(count))
                    .ifPresent(typed -> {
                        throw Refused.because("refused.battery.typed-over", figure, typed, count);
                    }));
            figure.put(task, count);
        });
        if (imported.source() != null) {
            reading.check(() -> finish(task, imported));
            reading.check(() -> refer(task, imported));
        }
        reading.end();
    }

    /** Nobody has finished what goes on; whether more shall follow a complete run is for QA to say. */
    private static void finish(DelegateTask task, BatteryImports.Found run) {
        var said = Variables.QA_FINISHED.find(task);
        if (!run.finished() && said.orElse(false)) {
            throw Refused.because("refused.testrail.incomplete", run.source());
        }
        Variables.QA_FINISHED.put(task, said.orElse(run.finished()));
    }

    private static void refer(DelegateTask task, BatteryImports.Found run) {
        Variables.QA_REFERENCE
                .find(task)
                .filter(typed -> !typed.equals(run.link()))
                .ifPresent(typed -> {
                    throw Refused.because(
                            "refused.testrail.reference", PlainText.quoted(typed), run.source(), run.link());
                });
        Variables.QA_REFERENCE.put(task, run.link());
    }

    private void record(
            DelegateTask task, String key, Battery battery, Optional<String> imported, List<String> reapplied) {
        database.sql("""
                        insert into qa_run (intervention_key, revision, recorded_by, recorded_at, total,
                            passed, failed, blocked, still_open, finished, verdict, reference, import_id, fixes_reapplied)
                        values (:key, :revision, :recordedBy, :recordedAt, :total, :passed, :failed,
                            :blocked, :stillOpen, :finished, :verdict, :reference, :imported, :reapplied)""")
                .param("key", key)
                .param("revision", Variables.REVISION.in(task))
                .param("recordedBy", whoActs.recorded(task))
                .param("recordedAt", StoredTime.of(clock.instant()))
                .param("total", battery.total())
                .param("passed", battery.passed())
                .param("failed", battery.failed())
                .param("blocked", battery.blocked())
                .param("stillOpen", battery.open())
                .param("finished", battery.finished())
                .param("verdict", battery.verdict().name())
                .param("reference", Variables.QA_REFERENCE.find(task).orElse(null))
                .param("reapplied", reapplied.isEmpty() ? null : String.join("\n", reapplied))
                .param("imported", imported.map(Long::valueOf).orElse(null))
                .update();
    }
}
