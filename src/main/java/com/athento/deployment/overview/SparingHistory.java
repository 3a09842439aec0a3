package com.athento.deployment.overview;

import com.athento.deployment.process.LastUsed;
import java.sql.Timestamp;
import java.util.Date;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricDetailEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes the engine's history as the engine does, without variables and submitted fields: the answers are in our
 * tables, and {@link KeepOverview} hears of each change. Who took a task stands in the row of the task at once, in that
 * of its activity from its end on. It does not read a row before it is written: only how long something took is
 * reckoned from its start, so that only its end has to know, and asks where that was on another node or long ago.
 */
class SparingHistory extends DbHistoryEventHandler {

    private static final Map<Class<?>, String> TABLES = Map.of(
            HistoricProcessInstanceEventEntity.class, "ACT_HI_PROCINST",
            HistoricActivityInstanceEventEntity.class, "ACT_HI_ACTINST",
            HistoricTaskInstanceEventEntity.class, "ACT_HI_TASKINST");

    /** How many starts this node knows without asking: those of the steps that are open, and of many that were. */
    private static final int KNOWN = 10_000;

    private final JdbcClient database;

    /** Of what began on this node, by its id; a start never changes. */
    private final Map<String, Date> starts = LastUsed.of(KNOWN);

    SparingHistory(JdbcClient database) {
        this.database = database;
    }

    /** What stands there of variables that still change would no longer be true. */
    void forgetVariablesOfWhatRuns() {
        database.sql("delete from ACT_HI_VARINST where PROC_INST_ID_ in (select ID_ from ACT_RU_EXECUTION)")
                .update();
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (!(event instanceof HistoricDetailEventEntity)) {
            super.handleEvent(event);
        }
    }

    @Override
    protected void insertOrUpdate(HistoryEvent event) {
        var isChange = event instanceof HistoricScopeInstanceEvent && !isInitialEvent(event) && event.getId() != null;
        if (isChange && TABLES.containsKey(event.getClass())) {
            change((HistoricScopeInstanceEvent) event);
        } else {
            super.insertOrUpdate(event);
            if (event instanceof HistoricScopeInstanceEvent begun && isInitialEvent(event)) {
                starts.put(event.getId(), begun.getStartTime());
            }
        }
    }

    private void change(HistoricScopeInstanceEvent event) {
        var isFirst = getDbEntityManager().getCachedEntity(event.getClass(), event.getId()) == null;
        var isEnd = event.getEndTime() != null;
        if (isFirst
                && !isEnd
                && event instanceof HistoricActivityInstanceEventEntity activity
                && activity.getTaskId() != null) {
            // Who took the task is in the task's own row.
            return;
        }
        var start = isEnd ? starts.remove(event.getId()) : null;
        if (start != null && event.getStartTime() == null) {
            event.setStartTime(start);
        }
        if (isFirst && isEnd && start == null) {
            super.insertOrUpdate(event);
        } else if (isFirst) {
            getDbEntityManager().merge(event);
        } else if (isEnd && event.getStartTime() == null) {
            // Changed and ended in one command: the engine would answer with the change, which did not ask.
            event.setStartTime(start(event));
        }
        if (isEnd) {
            whoHadIt(event);
        }
    }

    /** A task and its activity end in the same command, either first. */
    private void whoHadIt(HistoricScopeInstanceEvent ended) {
        if (ended instanceof HistoricTaskInstanceEventEntity task) {
            inThisCommand(HistoricActivityInstanceEventEntity.class)
                    .filter(activity -> activity.getId().equals(task.getActivityInstanceId()))
                    .forEach(activity -> had(task, activity));
        } else if (ended instanceof HistoricActivityInstanceEventEntity activity) {
            inThisCommand(HistoricTaskInstanceEventEntity.class)
                    .filter(task -> activity.getId().equals(task.getActivityInstanceId()))
                    .forEach(task -> had(task, activity));
        }
    }

    private <T extends HistoryEvent> Stream<T> inThisCommand(Class<T> kind) {
        return getDbEntityManager().getCachedEntitiesByType(kind).stream();
    }

    private static void had(HistoricTaskInstanceEventEntity task, HistoricActivityInstanceEventEntity activity) {
        activity.setTaskId(task.getTaskId());
        activity.setTaskAssignee(task.getAssignee());
        // The engine writes neither with an end.
        activity.setEventType(HistoryEventTypes.ACTIVITY_INSTANCE_UPDATE.getEventName());
    }

    private Timestamp start(HistoricScopeInstanceEvent event) {
        return database.sql("select START_TIME_ from %s where ID_ = :id".formatted(TABLES.get(event.getClass())))
                .param("id", event.getId())
                .query(Timestamp.class)
                .optional()
                .orElse(null);
    }
}
