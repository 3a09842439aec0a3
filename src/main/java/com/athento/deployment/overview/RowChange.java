package com.athento.deployment.overview;

import java.util.LinkedHashMap;
import java.util.Map;

/** What changes in the row of one intervention. */
final class RowChange {

    private final String processInstanceId;
    private final Map<String, Object> columns = new LinkedHashMap<>();
    private boolean started;

    RowChange(String processInstanceId) {
        this.processInstanceId = processInstanceId;
    }

    void starts() {
        started = true;
    }

    void set(String column, Object value) {
        columns.put(column, value);
    }

    String processInstanceId() {
        return processInstanceId;
    }

    /** Whether the intervention has no row yet. */
    boolean started() {
        return started;
    }

    Map<String, Object> columns() {
        return columns;
    }
}
