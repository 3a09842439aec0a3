package com.athento.deployment.overview;

import com.athento.deployment.process.EngineParts;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;

/**
 * Reads variables as the engine does, but those of an intervention together with those of its task in hand, for which
 * whoever completes it asks next; and none of a task that is new in this command: what {@link TaskCards} gives it would
 * be looked for first, and the database cannot have any.
 */
class SparingVariables extends VariableInstanceManager {

    /** By its task, read in this command and not asked for since. */
    private final Map<String, List<VariableInstanceEntity>> ahead = new HashMap<>();

    @Override
    public List<VariableInstanceEntity> findVariableInstancesByExecutionIdAndVariableNames(
            String place, Collection<String> names) {
        var tasks = inHand().filter(task -> place.equals(task.getProcessInstanceId()))
                .filter(task -> !isNew(task))
                .toList();
        if (names != null || tasks.isEmpty()) {
            return super.findVariableInstancesByExecutionIdAndVariableNames(place, names);
        }
        var all = findVariableInstancesByProcessInstanceId(place);
        tasks.forEach(task ->
                ahead.put(task.getId(), only(all, one -> task.getId().equals(one.getTaskId()))));
        return only(all, one -> one.getTaskId() == null && place.equals(one.getExecutionId()));
    }

    @Override
    public List<VariableInstanceEntity> findVariableInstancesByTaskIdAndVariableNames(
            String task, Collection<String> names) {
        if (inHand().anyMatch(one -> one.getId().equals(task) && isNew(one))) {
            return List.of();
        }
        var known = names == null ? ahead.remove(task) : null;
        return known == null ? super.findVariableInstancesByTaskIdAndVariableNames(task, names) : known;
    }

    private Stream<TaskEntity> inHand() {
        return getDbEntityManager().getCachedEntitiesByType(TaskEntity.class).stream();
    }

    private boolean isNew(TaskEntity task) {
        return EngineParts.isNew(task, getDbEntityManager());
    }

    private static List<VariableInstanceEntity> only(
            List<VariableInstanceEntity> all, Predicate<VariableInstanceEntity> these) {
        return all.stream().filter(these).toList();
    }
}
