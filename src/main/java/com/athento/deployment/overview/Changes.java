package com.athento.deployment.overview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What one transaction has done to interventions so far. It is written once, just before the commit: a step changes a
 * dozen variables, and a statement for each would slow every step down. A transaction that fails writes nothing.
 */
final class Changes implements TransactionSynchronization {

    private final OverviewTables tables;
    private final Map<String, RowChange> rows = new LinkedHashMap<>();
    private final List<Passage> passages = new ArrayList<>();
    private final Map<String, Decision> decisions = new HashMap<>();
    private final List<TaskLeft> left = new ArrayList<>();

    private Changes(OverviewTables tables) {
        this.tables = tables;
    }

    static Changes ofThisTransaction(OverviewTables tables) {
        for (var present : TransactionSynchronizationManager.getSynchronizations()) {
            if (present instanceof Changes changes) {
                return changes;
            }
        }
        var changes = new Changes(tables);
        TransactionSynchronizationManager.registerSynchronization(changes);
        return changes;
    }

    RowChange row(String processInstanceId) {
        return rows.computeIfAbsent(processInstanceId, RowChange::new);
    }

    void add(Passage passage) {
        passages.add(passage);
    }

    /** What a task decided that is about to be completed. */
    void decided(String task, Decision decision) {
        decisions.put(task, decision);
    }

    void add(TaskLeft task) {
        left.add(task);
    }

    /** Last of all: whoever else acts before the commit may still change an intervention. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        rows.values().forEach(tables::write);
        tables.write(passages, decisions);
        tables.writeLeft(left);
    }
}
