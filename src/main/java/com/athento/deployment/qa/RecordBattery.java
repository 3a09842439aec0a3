package com.athento.deployment.qa;

import com.athento.deployment.process.Refused;
import com.athento.deployment.process.StoredTime;
import com.athento.deployment.process.Variables;
import com.athento.deployment.process.WhoActs;
import java.time.Clock;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The QA team ran the battery: its figures are checked and kept. */
@Component
class RecordBattery implements TaskListener {

    private final JdbcClient database;
    private final WhoActs whoActs;
    private final Clock clock;

    RecordBattery(JdbcClient database, WhoActs whoActs, Clock clock) {
        this.database = database;
        this.whoActs = whoActs;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        var battery = ReadBattery.from(task);
        var key = task.getExecution().getProcessBusinessKey();
        battery.fault()
                .or(() -> totalBefore(key).flatMap(battery::faultAfter))
                .ifPresent(
                        sentence -> {
                            throw new Refused(Refused.Reason.INVALID, sentence);
                        });
        record(task, key, battery);
    }

    private Optional<Long> totalBefore(String key) {
        return database.sql(
                        "select total from qa_run where intervention_key = ? order by id desc fetch first 1 rows only")
                .param(key)
                .query(Long.class)
                .optional();
    }

    private void record(DelegateTask task, String key, Battery battery) {
        database.sql(
                        "insert into qa_run (intervention_key, revision, recorded_by, recorded_at, total,"
                                + " passed, failed, blocked, still_open, finished, verdict, reference)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        key,
                        Variables.REVISION.in(task),
                        whoActs.recorded(task),
                        StoredTime.of(clock.instant()),
                        battery.total(),
                        battery.passed(),
                        battery.failed(),
                        battery.blocked(),
                        battery.open(),
                        battery.finished(),
                        battery.verdict().name(),
                        Variables.QA_REFERENCE.find(task).orElse(null))
                .update();
    }
}
