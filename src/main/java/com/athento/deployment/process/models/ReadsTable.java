package com.athento.deployment.process.models;

import java.util.Set;

/**
 * Who reads one of the designers' tables. Before a table is deployed, it is asked about every answer that the table can
 * give.
 */
public interface ReadsTable {

    /** The id of the decision. */
    String table();

    /** The outputs that it reads; a table has these and no other. */
    Set<String> outputs();

    /**
     * Reads one answer, as it will later.
     *
     * @throws IllegalArgumentException if it cannot; the sentence says what would be right
     */
    void check(TableAnswer answer);
}
