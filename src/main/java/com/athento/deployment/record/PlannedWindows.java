package com.athento.deployment.record;

import com.athento.deployment.intervention.Environment;
import com.athento.deployment.intervention.Team;
import com.athento.deployment.process.RecordRow;
import com.athento.deployment.process.StoredTime;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The windows of a span of time, and whom their interventions wait for: one statement each, however many there are. */
@Component
public class PlannedWindows {

    private static final String WINDOWS = """
            select i.*, n.environment, n.rollback_minutes, n.support_hours, c.name as client_name,
                   r.change_kind, r.from_version, r.target_version, r.submitted_at
            from intervention i
            left join instance n on n.code = i.instance_code
            left join client c on c.code = i.client_code
            left join revision r on r.intervention_key = i.intervention_key and r.number = i.revision
            """;

    private static final String TASKS = """
            select i.process_instance_id, t.due_date_, l.group_id_
            from intervention i
            join ACT_RU_TASK t on t.proc_inst_id_ = i.process_instance_id
            left join ACT_RU_IDENTITYLINK l on l.task_id_ = t.id_ and l.type_ = 'candidate'
            where i.window_start >= :from and i.window_start < :until and i.ended_at is null
            """;

    /** What is planned, under way or done; not what was given up. */
    private static final String STANDING = " and (i.outcome is null or i.outcome in ('DEPLOYED', 'ROLLED_BACK'))"
            + " and (i.ended_at is null or i.actual_start is not null)";

    /** With what was given up, but not what never was a deployment. */
    private static final String ALL = " and (i.outcome is null or i.outcome <> 'NOT_TYPE_4')";

    private static final String OF_TEAM = """
             and exists (select 1 from ACT_RU_TASK t join ACT_RU_IDENTITYLINK l on l.task_id_ = t.id_
                where t.proc_inst_id_ = i.process_instance_id and l.type_ = 'candidate' and l.group_id_ = :team)
            """;

    /**
     * None of a span is null; but only in this order an index has them, which ends with the last one that is wanted.
     */
    private static final String FIRST_ON_TOP = " order by i.window_start nulls first, i.intervention_key";

    private static final String LAST_ON_TOP = " order by i.window_start desc nulls last, i.intervention_key desc";

    private final JdbcClient database;

    PlannedWindows(JdbcClient database) {
        this.database = database;
    }

    /**
     * Which windows are wanted.
     *
     * @param from those that begin then or later
     * @param until those that begin before it
     * @param client code of the client; empty for any
     * @param team whose task an intervention waits for; empty for any
     */
    public record Wanted(
            Instant from,
            Instant until,
            Optional<String> client,
            Optional<Environment> environment,
            Optional<Team> team) {

        String conditions() {
            return client.map(given -> " and i.client_code = :client").orElse("")
                    + environment
                            .map(given -> " and n.environment = :environment")
                            .orElse("")
                    + team.map(given -> OF_TEAM).orElse("");
        }
    }

    /** Those that stand, the first one first. */
    public List<PlannedWindow> find(Wanted wanted, int start, int most) {
        return rows(wanted, STANDING + wanted.conditions() + FIRST_ON_TOP, most, start)
                .list();
    }

    /** Those that stand and those that were given up, the last one first. */
    public List<PlannedWindow> everPlanned(Wanted wanted, int most) {
        return rows(wanted, ALL + LAST_ON_TOP, most, 0).list();
    }

    private MappedQuerySpec<PlannedWindow> rows(Wanted wanted, String further, int most, int start) {
        return spanned(
                        WINDOWS + " where i.window_start >= :from and i.window_start < :until" + further
                                + " limit :most offset :start",
                        wanted)
                .param("client", wanted.client().orElse(null))
                .param("environment", wanted.environment().map(Enum::name).orElse(null))
                .param("team", wanted.team().map(Team::id).orElse(null))
                .param("most", most)
                .param("start", start)
                .query(new RecordRow<>(PlannedWindow.class));
    }

    private StatementSpec spanned(String sql, Wanted wanted) {
        return database.sql(sql)
                .param("from", StoredTime.of(wanted.from()))
                .param("until", StoredTime.of(wanted.until()));
    }

    /**
     * Whom an intervention waits for.
     *
     * @param due when the first of its tasks is due; empty if none ever is
     */
    public record Waiting(Set<Team> teams, Optional<Instant> due) {

        public static final Waiting FOR_NOBODY = new Waiting(Set.of(), Optional.empty());

        Waiting and(Waiting other) {
            var both = EnumSet.noneOf(Team.class);
            both.addAll(teams);
            both.addAll(other.teams);
            return new Waiting(
                    both, Stream.concat(due.stream(), other.due.stream()).min(Instant::compareTo));
        }
    }

    /** By process instance, for the windows of the span; whoever waits for nobody is absent. */
    public Map<String, Waiting> waiting(Wanted wanted) {
        var waiting = new HashMap<String, Waiting>();
        spanned(TASKS, wanted).query(row -> {
            var due = Optional.ofNullable(row.getTimestamp("due_date_"))
                    .map(engineTime -> Instant.ofEpochMilli(engineTime.getTime()));
            waiting.merge(
                    row.getString("process_instance_id"),
                    new Waiting(teams(row.getString("group_id_")), due),
                    Waiting::and);
        });
        return waiting;
    }

    private static Set<Team> teams(String group) {
        return Team.find(group).map(Set::of).orElse(Set.of());
    }
}
