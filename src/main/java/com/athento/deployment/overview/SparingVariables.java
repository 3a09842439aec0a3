package com.athento.deployment.overview;

import com.athento.deployment.process.EngineParts;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;

/**
 * Reads variables as the engine does, but for those of a task that is new in this command: what {@link TaskCards} gives
 * it would be looked for first, and the database cannot have any.
 */
class SparingVariables extends VariableInstanceManager {

    @Override
    public List<VariableInstanceEntity> findVariableInstancesByTaskIdAndVariableNames(
            String task, Collection<String> names) {
        return isNew(task) ? List.of() : super.findVariableInstancesByTaskIdAndVariableNames(task, names);
    }

    private boolean isNew(String task) {
        return getDbEntityManager().getCachedEntitiesByType(TaskEntity.class).stream()
                .filter(one -> one.getId().equals(task))
                .anyMatch(one -> EngineParts.isNew(one, getDbEntityManager()));
    }
}
