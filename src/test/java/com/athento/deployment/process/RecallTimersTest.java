package com.athento.deployment.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The JVM's zone, and what a database keeps of the one that it had before. */
class RecallTimersTest extends PathsTest {

    /** As a node in Tokyo would have written it. */
    private static final Duration AHEAD = Duration.ofHours(9);

    @Autowired
    RecallTimers recallTimers;

    @Autowired
    ManagementService jobs;

    @Autowired
    JdbcClient database;

    @Test
    void theJvmRunsInUtcWhereverTheMachineStands() {
        assertThat(System.getProperty("user.timezone")).isNotEqualTo("UTC");
        assertThat(TimeZone.getDefault().getID()).isEqualTo("UTC");
        var now = database.sql("select current_timestamp")
                .query(OffsetDateTime.class)
                .single();
        assertThat(now.getOffset()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void timersOfAnotherZoneAreSetRightOnce() {
        var intervention = lifecycle.agreed();
        var timers = timers(intervention);
        assertThat(timers).hasSize(2);
        timers.forEach((id, due) -> jobs.setJobDuedate(id, Date.from(due.plus(AHEAD))));

        recallTimers.afterPropertiesSet();
        assertThat(timers(intervention)).isNotEqualTo(timers);

        database.sql("delete from engine_time").update();
        recallTimers.afterPropertiesSet();
        assertThat(timers(intervention)).isEqualTo(timers);
    }

    private Map<String, Instant> timers(Lifecycle.Intervention intervention) {
        return jobs.createJobQuery().timers().processInstanceId(intervention.id()).list().stream()
                .collect(
                        Collectors.toMap(Job::getId, timer -> timer.getDuedate().toInstant()));
    }
}
