package com.athento.deployment.qa;

import com.athento.deployment.process.StoredTime;
import com.athento.deployment.process.Variables;
import com.athento.deployment.process.WhoActs;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The QA team ran the battery: its figures are checked and kept. */
@Component
class RecordBattery implements TaskListener {

    private final Batteries batteries;
    private final JdbcClient database;
    private final WhoActs whoActs;
    private final Clock clock;

    RecordBattery(Batteries batteries, JdbcClient database, WhoActs whoActs, Clock clock) {
        this.batteries = batteries;
        this.database = database;
        this.whoActs = whoActs;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        var battery = ReadBattery.from(task);
        var key = task.getExecution().getProcessBusinessKey();
        batteries.check(key, battery);
        record(task, key, battery);
    }

    private void record(DelegateTask task, String key, Battery battery) {
        database.sql("""
                        insert into qa_run (intervention_key, revision, recorded_by, recorded_at, total,
                            passed, failed, blocked, still_open, finished, verdict, reference)
                        values (:key, :revision, :recordedBy, :recordedAt, :total, :passed, :failed,
                            :blocked, :stillOpen, :finished, :verdict, :reference)""")
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
                .update();
    }
}
