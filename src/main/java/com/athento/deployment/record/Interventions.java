package com.athento.deployment.record;

import com.athento.deployment.process.RecordRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All interventions there are and were, from the read model. */
@Component
public class Interventions {

    private static final String ROWS =
            "select i.*, c.name as client_name from intervention i left join client c on c.code = i.client_code";

    /** As a bound and not as "is not null", for which H2 would not look into the index. */
    private static final String DOWN =
            "i.unavailable_since > timestamp with time zone '1970-01-01 00:00:00+00:00'" + " and i.ended_at is null";

    private static final String UP = "(i.unavailable_since is null or i.ended_at is not null)";

    private final JdbcClient database;

    Interventions(JdbcClient database) {
        this.database = database;
    }

    public Optional<InterventionRow> find(String key) {
        return database.sql(ROWS + " where i.intervention_key = :key")
                .param("key", key)
                .query(InterventionRow::of)
                .optional();
    }

    /** It and its plan. */
    public Optional<Planned> planned(String key) {
        return database.sql("""
                        select i.*, r.change_kind, r.severity from intervention i
                        join revision r on r.intervention_key = i.intervention_key and r.number = i.revision
                        where i.intervention_key = :key""")
                .param("key", key)
                .query(new RecordRow<>(Planned.class))
                .optional();
    }

    /**
     * A part of them: first those whose users cannot work, the longest so on top, then the others by window; what has
     * none comes last.
     *
     * @param latestFirst with the latest window on top, else the earliest
     * @param start how many to leave out
     */
    public List<InterventionRow> find(Selection selection, boolean latestFirst, long start, int size) {
        if (!selection.running()) {
            return byWindow(selection, "", latestFirst, start, size);
        }
        var down = rows(selection, DOWN, "i.unavailable_since, i.intervention_key", start, size);
        if (down.size() == size) {
            return down;
        }
        var before = down.isEmpty() && start > 0 ? countDown(selection) : start + down.size();
        var all = new ArrayList<>(down);
        all.addAll(byWindow(selection, UP, latestFirst, Math.max(0, start - before), size - down.size()));
        return all;
    }

    private List<InterventionRow> byWindow(
            Selection selection, String service, boolean latestFirst, long start, int size) {
        // Word for word what an index is in; H2 would sort all of them otherwise.
        var order = (selection.phases().size() == 1 ? "i.phase, " : "")
                + (latestFirst
                        ? "i.window_start desc nulls last, i.intervention_key desc"
                        : "i.window_start nulls last, i.intervention_key");
        return rows(selection, service, order, start, size);
    }

    private List<InterventionRow> rows(Selection selection, String service, String order, long start, int size) {
        return database.sql(ROWS + selection.condition(service) + " order by " + order + " limit :size offset :start")
                .params(selection.parameters())
                .param("size", size)
                .param("start", start)
                .query(InterventionRow::of)
                .list();
    }

    private long countDown(Selection selection) {
        return count("intervention i" + selection.condition(DOWN), selection);
    }

    public long count(Selection selection) {
        return count("intervention i" + selection.condition(), selection);
    }

    /** How many there are; it stops counting at a bound, which costs the same however many. */
    public long countUpTo(long bound, Selection selection) {
        return count(
                "(select 1 from intervention i%s limit %d) counted".formatted(selection.condition(), bound), selection);
    }

    private long count(String rows, Selection selection) {
        return database.sql("select count(*) from " + rows)
                .params(selection.parameters())
                .query(Long.class)
                .single();
    }
}
