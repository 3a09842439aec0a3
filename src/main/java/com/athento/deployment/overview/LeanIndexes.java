package com.athento.deployment.overview;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The history's longest table without the indexes by which nobody asks it: of a lifecycle it keeps sixty steps, and
 * each is written into every index twice, when it begins or ends and when how long it is kept becomes known.
 */
final class LeanIndexes {

    /** Steps by execution, counted by model, and by model and end; the engine cleans up by the time to remove. */
    static final List<String> UNREAD =
            List.of("ACT_IDX_HI_ACT_INST_COMP", "ACT_IDX_HI_ACT_INST_STATS", "ACT_IDX_HI_AI_PDEFID_END_TIME");

    private final JdbcClient database;

    LeanIndexes(JdbcClient database) {
        this.database = database;
    }

    /** Where they are gone, nothing is locked. */
    void drop() {
        UNREAD.forEach(index -> database.sql("drop index if exists " + index).update());
    }
}
