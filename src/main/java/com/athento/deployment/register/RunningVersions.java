package com.athento.deployment.register;

import com.athento.deployment.intervention.Version;
import com.athento.deployment.process.RecordRow;
import com.athento.deployment.process.StoredTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/**
 * Moves the version that an instance runs, and keeps which one ran where, from when to when. Each move begins with the
 * instance's own row: of two at the same instant the second waits, and then finds what the first has made of it.
 */
@Component
public class RunningVersions {

    private final JdbcClient database;
    private final Clock clock;

    RunningVersions(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What somebody says that an instance runs. The same version in another writing moves nothing; a later one has
     * replaced the one before, and an earlier one, or one of the other line, says that the one before was no success.
     */
    void stated(Instance instance) {
        record(instance.code(), instance.version(), instance.lastUpdate());
        var running = running(instance.code());
        if (running.filter(run -> run.is(instance.line(), instance.version())).isPresent()) {
            running.filter(run -> run.origin() == Origin.STATED)
                    .ifPresent(run -> updatedOn(instance).ifPresent(day -> beganAt(run, day)));
            return;
        }
        var from = updatedOn(instance)
                .filter(day ->
                        running.filter(run -> !day.isAfter(run.ranFrom())).isEmpty())
                .orElseGet(clock::instant);
        running.ifPresent(run -> end(run, from, run.leftFor(instance.line(), instance.version())));
        begin(instance.code(), instance.version(), Origin.STATED, null, from);
    }

    /** An intervention has brought a version, and it is kept. */
    public void deployed(String code, Version version, LocalDate day, String key) {
        record(code, version, Optional.of(day));
        var now = clock.instant();
        running(code).ifPresent(run -> end(run, now, Ending.REPLACED));
        begin(code, version, Origin.DEPLOYED, key, now);
    }

    /**
     * An intervention has gone back: the version that it brought is no success, even if it was kept at first, and what
     * ran before runs again.
     *
     * @param lastUpdate the day of the update that had brought the version to which it went back
     * @param failed the version that did not stay
     * @param startedAt when the intervention began to change the instance
     */
    public void rolledBack(
            String code, Version back, Optional<LocalDate> lastUpdate, String key, Version failed, Instant startedAt) {
        record(code, back, lastUpdate);
        var now = clock.instant();
        if (!takeBack(key, now)) {
            end(begin(code, failed, Origin.DEPLOYED, key, startedAt), now, Ending.ROLLED_BACK);
        }
        var line = line(code);
        var running = running(code);
        if (running.filter(run -> run.is(line, back)).isEmpty()) {
            running.ifPresent(run -> end(run, now, run.leftFor(line, back)));
            begin(code, back, Origin.RESTORED, key, now);
        }
    }

    private void record(String code, Version version, Optional<LocalDate> lastUpdate) {
        database.sql("update instance set version = :version, last_update = :lastUpdate where code = :code")
                .param("version", version.text())
                .param("lastUpdate", lastUpdate.orElse(null))
                .param("code", code)
                .update();
    }

    private Optional<Run> running(String code) {
        return database.sql("""
                        select id, line, version, origin, ran_from from version_run
                        where instance_code = :code and ran_until is null order by id desc
                        fetch first 1 rows only""")
                .param("code", code)
                .query(new RecordRow<>(Run.class))
                .optional();
    }

    private Instance.Line line(String code) {
        return Instance.Line.valueOf(database.sql("select line from instance where code = :code")
                .param("code", code)
                .query(String.class)
                .single());
    }

    /** The moment at which the day of the last update began at the client's. */
    private Optional<Instant> updatedOn(Instance instance) {
        return database.sql("select zone from client where code = :code")
                .param("code", instance.clientCode())
                .query(String.class)
                .optional()
                .flatMap(zone -> instance.lastUpdateIn(ZoneId.of(zone)));
    }

    private void beganAt(Run run, Instant from) {
        database.sql("update version_run set ran_from = :from where id = :id")
                .param("from", StoredTime.of(from))
                .param("id", run.id())
                .update();
    }

    private long begin(String code, Version version, Origin origin, String key, Instant from) {
        var id = new GeneratedKeyHolder();
        database.sql("""
                        insert into version_run (instance_code, line, same_as, version, origin, intervention_key, ran_from)
                        select code, line, :sameAs, :version, :origin, cast(:key as varchar(60)),
                            cast(:from as timestamp with time zone)
                        from instance where code = :code""")
                .param("code", code)
                .param("sameAs", version.plain())
                .param("version", version.text())
                .param("origin", origin.name())
                .param("key", key)
                .param("from", StoredTime.of(from))
                .update(id, "id");
        return id.getKeyAs(Long.class);
    }

    private void end(Run run, Instant until, Ending ending) {
        end(run.id(), until, ending);
    }

    private void end(long id, Instant until, Ending ending) {
        database.sql("update version_run set ran_until = :until, ending = :ending where id = :id")
                .param("until", StoredTime.of(until))
                .param("ending", ending.name())
                .param("id", id)
                .update();
    }

    /** Whether the intervention had brought a version that was kept at first. */
    private boolean takeBack(String key, Instant now) {
        return database.sql("""
                        update version_run set ran_until = coalesce(ran_until, :now), ending = :rolledBack
                        where intervention_key = :key and origin = :deployed""")
                        .param("now", StoredTime.of(now))
                        .param("rolledBack", Ending.ROLLED_BACK.name())
                        .param("key", key)
                        .param("deployed", Origin.DEPLOYED.name())
                        .update()
                > 0;
    }

    /** How a version came to an instance. */
    public enum Origin {
        /** The register says so: its file, or an admin. */
        STATED,
        /** An intervention brought it. */
        DEPLOYED,
        /** A rollback brought it back. */
        RESTORED
    }

    /** Why it does not run any more. */
    public enum Ending {
        /** A later version came. */
        REPLACED,
        /** The intervention that had brought it went back. */
        ROLLED_BACK,
        /** The register says that something earlier runs, or something of the other line. */
        CORRECTED
    }

    /** What runs now. */
    record Run(long id, Instance.Line line, Version version, Origin origin, Instant ranFrom) {

        boolean is(Instance.Line other, Version next) {
            return line == other && version.sameAs(next);
        }

        Ending leftFor(Instance.Line other, Version next) {
            return line == other && next.compareTo(version) > 0 ? Ending.REPLACED : Ending.CORRECTED;
        }
    }
}
