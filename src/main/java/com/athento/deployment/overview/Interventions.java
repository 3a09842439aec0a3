package com.athento.deployment.overview;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All interventions there are and were, from the read model. */
@Component
public class Interventions {

    private static final String ROWS =
            "select i.*, c.name as client_name from intervention i"
                    + " left join client c on c.code = i.client_code";

    private final JdbcClient database;

    Interventions(JdbcClient database) {
        this.database = database;
    }

    public Optional<InterventionRow> find(String key) {
        return database.sql(ROWS + " where i.intervention_key = ?")
                .param(key)
                .query(InterventionRow::of)
                .optional();
    }

    /**
     * One page of them by window.
     *
     * @param latestFirst with the latest window on top, else the earliest
     * @param page from 0
     */
    public List<InterventionRow> find(
            Selection selection, boolean latestFirst, int page, int size) {
        // Word for word what an index is in; H2 would sort all of them otherwise.
        var order =
                (selection.phases().size() == 1 ? "i.phase, " : "")
                        + (latestFirst
                                ? "i.window_start desc, i.intervention_key desc"
                                : "i.window_start, i.intervention_key");
        return database.sql(
                        ROWS
                                + selection.condition()
                                + " order by "
                                + order
                                + " limit :size offset :start")
                .params(selection.parameters())
                .param("size", size)
                .param("start", (long) page * size)
                .query(InterventionRow::of)
                .list();
    }

    public long count(Selection selection) {
        return count("intervention i" + selection.condition(), selection);
    }

    /** How many there are; it stops counting at a bound, which costs the same however many. */
    public long countUpTo(long bound, Selection selection) {
        return count(
                "(select 1 from intervention i%s limit %d) counted"
                        .formatted(selection.condition(), bound),
                selection);
    }

    private long count(String rows, Selection selection) {
        return database.sql("select count(*) from " + rows)
                .params(selection.parameters())
                .query(Long.class)
                .single();
    }
}
