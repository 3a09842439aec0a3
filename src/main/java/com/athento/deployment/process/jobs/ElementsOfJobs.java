package com.athento.deployment.process.jobs;

import com.athento.deployment.process.EngineParts;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/**
 * Before the engine runs a job, it reads the row of its definition, for the id of the element: that never changes, and
 * is kept here. Whether a definition is suspended, it asks when it makes a job, and goes on to.
 */
class ElementsOfJobs extends CommandInterceptor {

    private final Map<String, String> elements = new ConcurrentHashMap<>();

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof ExecuteJobsCmd) {
            // The command asks for it in the same way, and finds it there.
            var job = Context.getCommandContext().getDbEntityManager().selectById(JobEntity.class, (String)
                    EngineParts.field(command, "jobId"));
            if (job != null && job.getJobDefinitionId() != null) {
                name(job);
            }
        }
        return next.execute(command);
    }

    private void name(JobEntity job) {
        var element = elements.get(job.getJobDefinitionId());
        if (element != null) {
            job.setActivityId(element);
        } else if (job.getActivityId() != null) {
            elements.put(job.getJobDefinitionId(), job.getActivityId());
        }
    }
}
