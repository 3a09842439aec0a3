package com.athento.deployment.process;

import org.camunda.bpm.engine.ManagementService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A database from before {@link RunInUtc} holds due dates in the zone that its nodes ran in. The moments themselves are
 * variables, and those have no zone: once, before the job executor starts, each timer takes its date from them anew.
 */
@Component
class RecallTimers implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(RecallTimers.class);

    private final ManagementService jobs;
    private final JdbcClient database;

    RecallTimers(ManagementService jobs, JdbcClient database) {
        this.jobs = jobs;
        this.database = database;
    }

    @Override
    public void afterPropertiesSet() {
        if (database.sql("select count(*) from engine_time").query(Long.class).single() > 0) {
            return;
        }
        var timers = jobs.createJobQuery()
                .timers()
                .processDefinitionKey(Elements.LIFECYCLE)
                .list();
        timers.forEach(timer -> jobs.recalculateJobDuedate(timer.getId(), false));
        database.sql("insert into engine_time (zone) values ('UTC')").update();
        if (!timers.isEmpty()) {
            LOG.info("Timers now due by UTC: {}", timers.size());
        }
    }
}
