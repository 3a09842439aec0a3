package com.athento.deployment.record;

import com.athento.deployment.process.RecordRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private static final String DOWN_ORDER = "i.unavailable_since, i.intervention_key";

    private static final String UP = "(i.unavailable_since is null or i.ended_at is not null)";

    private static final String WITHOUT_WINDOW = "i.window_start is null";

    private static final Selection ALL = new Selection(Set.of(), null, null, null, null);

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
        var search = search(selection);
        var order = byWindow(selection, latestFirst);
        if (selection.running()) {
            var up = selection.onlyRunning() ? "i.unavailable_since is null" : UP;
            return find(search, new Part(DOWN, DOWN_ORDER), new Part(up, order), start, size);
        }
        return selection.byDay()
                ? find(search, new Part(selection.starts(), order), new Part(WITHOUT_WINDOW, order), start, size)
                : rows(search, new Part("", order), start, size);
    }

    /** Clients are named first: for some that are known an index has the order, for whoever they may be none has. */
    private Search search(Selection selection) {
        return new Search(
                selection,
                selection.searched()
                        ? database.sql(Selection.CLIENTS
                                        + " fetch first %d rows only".formatted(Selection.FEW_CLIENTS + 1))
                                .params(selection.parameters())
                                .query(String.class)
                                .list()
                        : List.of());
    }

    private static String byWindow(Selection selection, boolean latestFirst) {
        // Word for word what an index is in; H2 would sort all of them otherwise. Where keys are searched for, an index
        // without the phase is all that need be read.
        return (selection.phases().size() == 1 && !selection.searched() ? "i.phase, " : "")
                + (latestFirst
                        ? "i.window_start desc nulls last, i.intervention_key desc"
                        : "i.window_start nulls last, i.intervention_key");
    }

    /** Those of one part, then those of the other. */
    private List<InterventionRow> find(Search search, Part one, Part other, long start, int size) {
        var first = rows(search, one, start, size);
        if (first.size() == size) {
            return first;
        }
        var before = first.isEmpty() && start > 0 ? count(search, one) : start + first.size();
        var all = new ArrayList<>(first);
        all.addAll(rows(search, other, Math.max(0, start - before), size - first.size()));
        return all;
    }

    /**
     * Where keys are searched for, they are found first, by an index for each condition: no more rows are read than are
     * wanted.
     */
    private List<InterventionRow> rows(Search search, Part part, long start, int size) {
        var conditions = search.conditions(part.condition());
        var wanted = !search.selection().searched()
                ? conditions.get(0)
                : conditions.stream()
                        .map(condition -> "(select i.intervention_key from intervention i%s order by %s limit :end)"
                                .formatted(condition, part.order()))
                        .collect(Collectors.joining(" union ", " where i.intervention_key in (", ")"));
        return database.sql(ROWS + wanted + " order by " + part.order() + " limit :size offset :start")
                .params(search.parameters())
                .param("size", size)
                .param("start", start)
                .param("end", start + size)
                .query(InterventionRow::of)
                .list();
    }

    private long count(Search search, Part part) {
        return count(found(search.conditions(part.condition()), ""), search.parameters());
    }

    public long count(Selection selection) {
        // Those that have ended are by far the most: they are what is left of all.
        return selection.allEnded()
                ? count(ALL) - count(new Selection(Selection.RUNNING, null, null, null, null))
                : count("intervention i" + selection.condition(), selection.parameters());
    }

    /** How many there are; it stops counting at a bound, which costs the same however many. */
    public long countUpTo(long bound, Selection selection) {
        var search = search(selection);
        var conditions = selection.byDay() && !selection.running()
                ? Stream.of(selection.starts(), WITHOUT_WINDOW)
                        .flatMap(part -> search.conditions(part).stream())
                        .toList()
                : search.conditions("");
        return count(
                "(select 1 from %s limit %d) counted".formatted(found(conditions, " limit " + bound), bound),
                search.parameters());
    }

    /** Whatever meets one of the conditions, each once. */
    private static String found(List<String> conditions, String limit) {
        return conditions.size() == 1
                ? "intervention i" + conditions.get(0)
                : conditions.stream()
                        .map(condition -> "(select i.intervention_key from intervention i" + condition + limit + ")")
                        .collect(Collectors.joining(" union ", "(", ") found"));
    }

    private long count(String rows, Map<String, Object> parameters) {
        return database.sql("select count(*) from " + rows)
                .params(parameters)
                .query(Long.class)
                .single();
    }

    /** @param clients which ones it may mean; see {@link Selection#conditions} */
    private record Search(Selection selection, List<String> clients) {

        List<String> conditions(String further) {
            return selection.conditions(clients, further);
        }

        Map<String, Object> parameters() {
            var all = new LinkedHashMap<>(selection.parameters());
            all.put("clients", clients);
            return all;
        }
    }

    /**
     * Some of those that are wanted.
     *
     * @param condition that makes them differ from the others; empty for none
     */
    private record Part(String condition, String order) {}
}
