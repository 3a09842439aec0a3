package com.athento.deployment.overview;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * The engine's full history without what nobody reads, which would be more than half of it: every value that a variable
 * had on the way (what happened is in our tables), the log of jobs that did not fail, who could have taken a task, and
 * what the cards of the task list repeat.
 */
public class LeanHistory extends HistoryLevelFull {

    private static final Set<HistoryEventType> UNREAD = Set.of(
            HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL,
            HistoryEventTypes.JOB_CREATE,
            HistoryEventTypes.JOB_SUCCESS,
            HistoryEventTypes.JOB_DELETE,
            HistoryEventTypes.IDENTITY_LINK_ADD,
            HistoryEventTypes.IDENTITY_LINK_DELETE);

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
        return !UNREAD.contains(type)
                && !(entity instanceof VariableInstanceEntity variable
                        && TaskCards.VARIABLES.contains(variable.getName()));
    }
}
