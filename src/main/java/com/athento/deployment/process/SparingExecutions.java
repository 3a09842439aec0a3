package com.athento.deployment.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.persistence.entity.AcquirableJobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Reads where an intervention stands at once, where the engine would read the place of a task or a job, and then all of
 * its places with that one among them. Whoever works on a task or runs a job goes on to ask for all.
 */
class SparingExecutions extends ExecutionManager {

    /** All places of an intervention, read in this command and not asked for since. */
    private final Map<String, List<ExecutionEntity>> ahead = new HashMap<>();

    @Override
    public ExecutionEntity findExecutionById(String id) {
        if (id != null && getDbEntityManager().getCachedEntity(ExecutionEntity.class, id) == null) {
            intervention(id).ifPresent(one -> ahead.put(one, super.findExecutionsByProcessInstanceId(one)));
        }
        return super.findExecutionById(id);
    }

    /**
     * As of when they were read ahead, which is as of now for whoever changes them: else one of the two is too late.
     */
    @Override
    public List<ExecutionEntity> findExecutionsByProcessInstanceId(String intervention) {
        var known = ahead.remove(intervention);
        return known == null ? super.findExecutionsByProcessInstanceId(intervention) : known;
    }

    /** Of which the task or the job in hand is, that stands at this place. */
    private Optional<String> intervention(String execution) {
        var entities = getDbEntityManager();
        // All jobs are held as of this type, though none is of it.
        List<?> jobs = entities.getCachedEntitiesByType(AcquirableJobEntity.class);
        return Stream.concat(
                        entities.getCachedEntitiesByType(TaskEntity.class).stream()
                                .filter(task -> execution.equals(task.getExecutionId()))
                                .map(TaskEntity::getProcessInstanceId),
                        jobs.stream()
                                .filter(JobEntity.class::isInstance)
                                .map(JobEntity.class::cast)
                                .filter(job -> execution.equals(job.getExecutionId()))
                                .map(JobEntity::getProcessInstanceId))
                .findFirst();
    }
}
