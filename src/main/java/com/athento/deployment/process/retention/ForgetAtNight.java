package com.athento.deployment.process.retention;

import com.athento.deployment.process.jobs.LooseJob;
import com.athento.deployment.process.jobs.LooseJobs;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Removes what is {@link Kept} for a time only, some rows in each transaction. Every job asks for the next one: of the
 * same kind while there is more, then of the next kind, then of the next night; so there is always exactly one,
 * whichever node runs it.
 */
@Component
class ForgetAtNight implements LooseJob, InitializingBean {

    static final String NAME = "forget-at-night";

    /** In one transaction: that is done in a moment, and nobody waits for these rows. */
    static final int ROWS = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(ForgetAtNight.class);

    private final NavigableMap<String, Kept> kinds = new TreeMap<>();
    private final JdbcClient database;
    private final LooseJobs jobs;
    private final CleanupWindow window;
    private final Clock clock;

    ForgetAtNight(List<Kept> kinds, JdbcClient database, LooseJobs jobs, CleanupWindow window, Clock clock) {
        kinds.forEach(kind -> this.kinds.put(kind.name(), kind));
        this.database = database;
        this.jobs = jobs;
        this.window = window;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** The first night begins with a start; nodes start one after the other. */
    @Override
    public void afterPropertiesSet() {
        if (!jobs.isWaiting(NAME)) {
            begins(window.from(clock.instant()));
        }
    }

    /** @param turn the kind, a space, and the last row that was seen to */
    @Override
    public void run(String turn) {
        var now = clock.instant();
        var from = window.from(now);
        if (from.isAfter(now)) {
            jobs.add(NAME, turn, from);
            return;
        }
        var parts = turn.split(" ", 2);
        // A kind that an older build knew and this one does not is passed over.
        var kind = kinds.ceilingEntry(parts[0]);
        if (kind == null) {
            begins(window.after(now));
        } else if (kind.getKey().equals(parts[0])) {
            removes(kind.getValue(), now, Long.parseLong(parts[1]));
        } else {
            goesOn(kind.getKey(), 0, now);
        }
    }

    private void removes(Kept kind, Instant now, long after) {
        var rows = kind.removeNext(database, now, after, ROWS);
        if (!rows.isEmpty()) {
            LOG.info("The time of {} rows is over, removed: {}", rows.size(), kind.name());
        }
        if (rows.size() == ROWS) {
            goesOn(kind.name(), rows.get(ROWS - 1), now);
            return;
        }
        var next = kinds.higherKey(kind.name());
        if (next == null) {
            begins(window.after(now));
        } else {
            goesOn(next, 0, now);
        }
    }

    private void begins(Instant at) {
        goesOn(kinds.firstKey(), 0, at);
    }

    private void goesOn(String kind, long after, Instant at) {
        jobs.add(NAME, kind + " " + after, at);
    }
}
