package com.athento.deployment.overview;

import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * The engine's full history but for what the cards of the task list repeat: it would be a third of
 * all that the engine keeps of an intervention.
 */
class HistoryWithoutCards extends HistoryLevelFull {

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
        return !(entity instanceof VariableInstanceEntity variable
                && TaskCards.VARIABLES.contains(variable.getName()));
    }
}
