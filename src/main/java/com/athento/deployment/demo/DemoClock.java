package com.athento.deployment.demo;

import com.athento.deployment.process.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The demo's time: ahead of the real one by as much as somebody asked for, also after a restart. It only goes forward,
 * since going back would hide timers that are due.
 */
@Component
@Profile("demo")
class DemoClock implements InitializingBean {

    private static final Instant END_OF_TIME = Instant.parse("2200-01-01T00:00:00Z");

    private final ManagementService jobs;
    private final Standstill standstill;
    private final JdbcClient database;
    private final Clock clock;

    DemoClock(ManagementService jobs, Standstill standstill, JdbcClient database, Clock clock) {
        this.jobs = jobs;
        this.standstill = standstill;
        this.database = database;
        this.clock = clock;
    }

    /** Before the first job runs. */
    @Override
    public void afterPropertiesSet() {
        database.sql("select ahead_millis from demo_clock")
                .query(Long.class)
                .optional()
                .ifPresent(ClockUtil::offset);
    }

    Instant now() {
        return clock.instant();
    }

    /** The next timer, if one is ahead. */
    Optional<Job> nextTimer() {
        return jobs
                .createJobQuery()
                .timers()
                .withRetriesLeft()
                .active()
                .duedateHigherThan(ClockUtil.getCurrentTime())
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1)
                .stream()
                .findFirst();
    }

    Instant toNextTimer() {
        return to(nextTimer()
                .map(timer -> timer.getDuedate().toInstant())
                .orElseThrow(() -> Refused.because("refused.clock.no-timer")));
    }

    /** Goes forward to a moment, and returns when it is there. */
    synchronized Instant to(Instant moment) {
        if (!moment.isAfter(now())) {
            return now(); // somebody else has gone further meanwhile
        }
        if (moment.isAfter(END_OF_TIME)) {
            throw Refused.because("refused.clock.end", moment, END_OF_TIME);
        }
        standstill.during(() -> jump(moment));
        return now();
    }

    private void jump(Instant moment) {
        var ahead = Duration.between(Instant.now(), moment).toMillis();
        ClockUtil.offset(ahead);
        if (database.sql("update demo_clock set ahead_millis = :aheadMillis")
                        .param("aheadMillis", ahead)
                        .update()
                == 0) {
            database.sql("insert into demo_clock (id, ahead_millis) values (1, :aheadMillis)")
                    .param("aheadMillis", ahead)
                    .update();
        }
    }
}
