package com.athento.deployment.process;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads tasks as the engine does, but not those of a place whose one task is in hand, nor, but for every few seconds,
 * whether one that ends has others below it: the procedure makes none, only a program can. Counts them without what
 * they would be sorted by.
 */
class SparingTasks extends TaskManager {

    private final HeldForSeconds<Class<Task>> below;
    private final JdbcClient database;

    /** @param below held of {@code Task} as long as no task in the database is below another */
    SparingTasks(HeldForSeconds<Class<Task>> below, JdbcClient database) {
        this.below = below;
        this.database = database;
    }

    /** The engine makes one task where it is, and waits there until that is done. */
    @Override
    public List<TaskEntity> findTasksByExecutionId(String execution) {
        var inHand = getDbEntityManager().getCachedEntitiesByType(TaskEntity.class).stream()
                .filter(task -> execution.equals(task.getExecutionId()))
                .filter(task -> !EngineParts.isNew(task, getDbEntityManager()))
                .collect(Collectors.toCollection(ArrayList::new));
        return inHand.isEmpty() ? super.findTasksByExecutionId(execution) : inHand;
    }

    @Override
    public List<Task> findTasksByParentTaskId(String task) {
        return isAnyBelow() ? super.findTasksByParentTaskId(task) : List.of();
    }

    private boolean isAnyBelow() {
        return below.isAny(
                Task.class,
                () -> database.sql("select count(*) from ACT_RU_TASK where PARENT_TASK_ID_ is not null")
                                .query(Long.class)
                                .single()
                        > 0);
    }

    /** The engine joins the variable by which a list is sorted to each task that is counted. */
    @Override
    public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
        var order = query.getOrderingProperties();
        query.setOrderingProperties(List.of());
        try {
            return super.findTaskCountByQueryCriteria(query);
        } finally {
            // The list may be asked for by the same query.
            query.setOrderingProperties(order);
        }
    }

    @Override
    public void insertTask(TaskEntity task) {
        super.insertTask(task);
        if (task.getParentTaskId() != null) {
            below.forget();
        }
    }
}
