package com.athento.deployment.overview;

import java.sql.Timestamp;
import java.util.Map;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes the engine's history as the engine does, and does not read a row before it is written: only how long something
 * took is reckoned from what stands there, so that only its end has to know.
 */
class HistoryWithoutReading extends DbHistoryEventHandler {

    private static final Map<Class<?>, String> TABLES = Map.of(
            HistoricProcessInstanceEventEntity.class, "ACT_HI_PROCINST",
            HistoricActivityInstanceEventEntity.class, "ACT_HI_ACTINST",
            HistoricTaskInstanceEventEntity.class, "ACT_HI_TASKINST");

    private final JdbcClient database;

    HistoryWithoutReading(JdbcClient database) {
        this.database = database;
    }

    @Override
    protected void insertOrUpdate(HistoryEvent event) {
        var isChange = event instanceof HistoricScopeInstanceEvent && !isInitialEvent(event) && event.getId() != null;
        if (isChange && TABLES.containsKey(event.getClass())) {
            change((HistoricScopeInstanceEvent) event);
        } else {
            super.insertOrUpdate(event);
        }
    }

    private void change(HistoricScopeInstanceEvent event) {
        var isFirst = getDbEntityManager().getCachedEntity(event.getClass(), event.getId()) == null;
        if (event.getEndTime() != null && isFirst) {
            super.insertOrUpdate(event);
        } else if (isFirst) {
            getDbEntityManager().merge(event);
        } else if (event.getEndTime() != null && event.getStartTime() == null) {
            // Changed and ended in one command: the engine would answer with the change, which did not ask.
            event.setStartTime(start(event));
        }
    }

    private Timestamp start(HistoricScopeInstanceEvent event) {
        return database.sql("select START_TIME_ from %s where ID_ = :id".formatted(TABLES.get(event.getClass())))
                .param("id", event.getId())
                .query(Timestamp.class)
                .optional()
                .orElse(null);
    }
}
