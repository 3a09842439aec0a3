package com.athento.deployment.process.jobs;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Incident;

/**
 * Behind each job that is done the engine looks for its incident. It makes one when a job has no attempts left, and
 * removes it when it gets some again: a job that has some and has never failed has none.
 */
class OnlyFailedJobsHaveIncidents extends DefaultIncidentHandler {

    OnlyFailedJobsHaveIncidents() {
        super(Incident.FAILED_JOB_HANDLER_TYPE);
    }

    @Override
    protected void removeIncident(IncidentContext context, boolean resolved) {
        if (!hasNeverFailed(context.getConfiguration())) {
            super.removeIncident(context, resolved);
        }
    }

    private static boolean hasNeverFailed(String id) {
        var job = Context.getCommandContext().getDbEntityManager().getCachedEntity(JobEntity.class, id);
        return job != null && job.getRetries() > 0 && job.getExceptionMessage() == null;
    }
}
